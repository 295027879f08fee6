import { type Message, shorten } from "../core/message.ts";
import type { ChatId } from "../core/model.ts";
import type { ChatSettings, Gazetteer, Log, Request, Store } from "../core/ports.ts";
import type { Phrases, Strings } from "../core/strings.ts";

/** A dated fact for `/context`, in our own words, with its source. `date` is a year, a month or a day (ISO 8601). */
export interface BackgroundFact {
  readonly date: string;
  /** By language; English always stands. */
  readonly text: Readonly<Record<string, string>>;
  readonly url: string;
  readonly title: string;
}

/** What the owner of the bot may do; wired at the root, because it reaches beyond one chat. */
export interface OperatorTools {
  feedback(entry: {
    readonly chat: ChatId;
    readonly user: string;
    readonly text: string;
    readonly alert?: string;
    readonly at: Date;
  }): Promise<void>;
  /** Takes an alert back; the number of chats that are told, or undefined where there is no such alert. */
  retract(alert: string, reason: string, now: Date): Promise<number | undefined>;
  /** Puts a text on its way to every chat; returns how many. */
  broadcast(text: string, now: Date): Promise<number>;
  /** Figures by name. */
  stats(now: Date): Promise<Readonly<Record<string, number>>>;
}

/** Everything that commands may use beside the request. */
export interface Tools {
  readonly store: Store;
  readonly strings: Strings;
  readonly gazetteer: Gazetteer;
  readonly topics: readonly string[];
  /** The list itself, for `/help` and deep links. */
  readonly commands: readonly Command[];
  readonly operator: OperatorTools;
  readonly log: Log;
  now(): Date;
  background(place: string): readonly BackgroundFact[];
}

/** A request with what the dispatcher found out: the chat's settings and language, and the chat that the command is about (`in:`). */
export interface Asked extends Request {
  readonly settings: ChatSettings;
  readonly phrases: Phrases;
  readonly now: Date;
  /** The chat whose settings are meant: this one, or the one of `in:`. */
  readonly target: { readonly chat: ChatId; readonly title?: string; readonly settings: ChatSettings };
}

/** An option as `key:value`; `kind` says what its values are. */
interface Option {
  readonly name: string;
  readonly kind: "place" | "actor" | "place_or_actor" | "command" | "zone" | "chat" | "word" | "text" | "number";
  /** Its string is `opt-<name>` unless this names another. */
  readonly describes?: string;
  readonly required?: boolean;
  readonly choices?: readonly string[];
}

/** A command: a value in the list of `index.ts`. */
export interface Command {
  readonly name: string;
  readonly audience: "everyone" | "settings" | "operator";
  readonly options: readonly Option[];
  /** The option that words without a key stand for. */
  readonly words?: string;
  /** Without words and options it only shows, which everybody may. */
  readonly shows?: boolean;
  /** A line that works, for `/help`. */
  readonly example?: string;
  run(asked: Asked, tools: Tools): Promise<Message>;
}

/** A mistake of the person who asks, to be thrown: the dispatcher shows its one sentence, with the nearest word that is known. */
export function mistake(phrases: Phrases, id: string, facts: Record<string, string> = {}, nearest?: string): Error {
  const hint = nearest === undefined ? "" : ` ${phrases.say("did-you-mean", { word: nearest })}`;
  // what was typed is said back, but not all of a page
  const said = Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => [key, key === "choices" ? fact : shorten(fact, 80)]),
  );
  return Object.assign(new Error(phrases.say(id, said) + hint), { name: "Mistake" });
}

/** Whether something thrown is a person's mistake and no fault of ours. */
export function isMistake(error: unknown): error is Error {
  return error instanceof Error && error.name === "Mistake";
}

/** The value of an option, or the words where the command takes them for it. */
export function given(asked: Request, option: string): string | undefined {
  const value = asked.options[option] ?? (asked.words.length > 0 ? asked.words.join(" ") : undefined);
  return value?.trim() === "" ? undefined : value?.trim();
}

/** The parts of a value with commas. */
export function several(value: string | undefined): readonly string[] {
  return (value ?? "")
    .split(/[,;،]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
