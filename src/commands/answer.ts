import { nearestWord, toLine } from "../core/line.ts";
import { type Button, line, type Message, pages } from "../core/message.ts";
import type { ChatId } from "../core/model.ts";
import type { ChatSettings, MenuEntry, Request } from "../core/ports.ts";
import type { Phrases, Strings } from "../core/strings.ts";
import { type Asked, type Command, isMistake, mistake, type Tools } from "./command.ts";

const PAGE = 1500;

/** The settings of a chat that never set anything. */
function freshSettings(chat: ChatId, language: string): ChatSettings {
  return { chat, language, timeZone: "UTC", confirmations: true, state: "active" };
}

function sentence(text: string, phrases: Phrases, help?: string): Message {
  return {
    blocks: [line(text)],
    discreet: true,
    ...(help ? { buttons: [[{ label: phrases.say("button-help"), command: help }]] } : {}),
  };
}

/** Finds out which chat is meant and whether the caller may change it. */
async function withTarget(
  request: Request,
  command: Command,
  settings: ChatSettings,
  phrases: Phrases,
  tools: Tools,
): Promise<Asked> {
  const now = tools.now();
  const asked: Asked = { ...request, settings, phrases, now, target: { chat: request.chat, settings } };
  const elsewhere = request.options.in;
  if (elsewhere !== undefined && command.options.some((o) => o.name === "in")) {
    const found = await request.resolveChat(elsewhere);
    if ("problem" in found) throw mistake(phrases, found.problem, { name: elsewhere, title: found.title ?? elsewhere });
    if (!(await request.mayManage(found.chat))) throw mistake(phrases, "no-right-in", { title: found.title });
    const theirs = (await tools.store.chat(found.chat)) ?? {
      ...freshSettings(found.chat, settings.language),
      timeZone: settings.timeZone,
      title: found.title,
    };
    return { ...asked, target: { chat: found.chat, title: found.title, settings: theirs } };
  }
  const shows =
    command.shows === true &&
    request.words.length === 0 &&
    Object.keys(request.options).filter((k) => k !== "page").length === 0;
  if (command.audience === "settings" && !shows && !(await request.mayManage(request.chat)))
    throw mistake(phrases, "no-right");
  return asked;
}

function checkOptions(request: Request, command: Command, phrases: Phrases): void {
  const known = command.options.map((o) => o.name);
  for (const key of Object.keys(request.options)) {
    if (key !== "page" && !known.includes(key)) {
      throw mistake(phrases, "unknown-option", { command: `/${command.name}`, word: key }, nearestWord(key, known));
    }
  }
}

/** Shows one page of a long message, with buttons to the others. */
function paged(message: Message, request: Request): Message {
  const all = pages(message.blocks, PAGE);
  if (all.length === 1) return message;
  const page = Math.min(Math.max(Number(request.options.page ?? 1) || 1, 1), all.length);
  const base =
    message.line ??
    toLine({ command: request.command, words: request.words, options: { ...request.options, page: "" } }).replace(
      / page:$/,
      "",
    );
  const to = (n: number, label: string): Button => ({ label, command: `${base} page:${n}`, replaces: true });
  const turn = [
    ...(page > 1 ? [to(page - 1, `◀ ${page - 1}`)] : []),
    ...(page < all.length ? [to(page + 1, `${page + 1}/${all.length} ▶`)] : []),
  ];
  const { image, ...rest } = message;
  return {
    ...rest,
    ...(image && page === 1 ? { image } : {}),
    blocks: all[page - 1] ?? [],
    buttons: [turn, ...(message.buttons ?? [])],
  };
}

/** Answers every command of the list; what a person did wrong is one helpful sentence, what we did wrong goes to the log. */
export function answering(tools: Tools): (request: Request) => Promise<Message> {
  const { commands } = tools;
  return async (request) => {
    let phrases = tools.strings.phrases(tools.strings.nearest(request.language));
    try {
      const settings = (await tools.store.chat(request.chat)) ?? freshSettings(request.chat, phrases.language);
      phrases = tools.strings.phrases(settings.language, settings.timeZone);
      const command = commands.find((c) => c.name === request.command);
      if (!command || (command.audience === "operator" && !request.operator)) {
        const offered = commands.filter((c) => c.audience !== "operator" || request.operator).map((c) => c.name);
        if (command) return sentence(phrases.say("operator-only"), phrases, "help");
        const near = nearestWord(request.command, offered);
        const hint = near ? phrases.say("did-you-mean", { word: `/${near}` }) : phrases.say("see-help");
        return sentence(`${phrases.say("unknown-command", { word: `/${request.command}` })} ${hint}`, phrases, "help");
      }
      checkOptions(request, command, phrases);
      const asked = await withTarget(request, command, settings, phrases, tools);
      return paged(await command.run(asked, tools), request);
    } catch (error) {
      if (isMistake(error)) {
        const known = commands.some((c) => c.name === request.command);
        return sentence(error.message, phrases, known ? `help ${request.command}` : "help");
      }
      tools.log("error", "command failed", { command: request.command, chat: request.chat, error });
      return sentence(phrases.say("failed"), phrases);
    }
  };
}

/** The commands as menus show them. */
export function menuOf(commands: readonly Command[], strings: Strings): readonly MenuEntry[] {
  return commands.map((command) => ({
    name: command.name,
    audience: command.audience,
    describe: (language) => strings.phrases(language).say(`cmd-${command.name}`),
    options: command.options.map((option) => ({
      name: option.name,
      required: option.required ?? false,
      completes: ["place", "actor", "place_or_actor", "command", "zone"].includes(option.kind),
      ...(option.choices ? { choices: option.choices } : {}),
      describe: (language: string) => strings.phrases(language).say(`opt-${option.describes ?? option.name}`),
    })),
  }));
}
