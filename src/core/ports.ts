import type { Message } from "./message.ts";
import type { Alert, ChatId, Coding, Item, Stance, Story, Subscription, Verdict } from "./model.ts";

/** A source that is polled, as `data/feeds.json` lists it. */
export interface Feed {
  readonly id: string;
  readonly url: string;
  readonly publisher: string;
  readonly language: string;
  readonly country?: string;
  readonly kind?: string;
  readonly stateMedia?: boolean;
  readonly enabled?: boolean;
  readonly fallbacks?: readonly string[];
  readonly userAgent?: string;
  /** True for a state's or an organisation's own channel: polled at the fast end. */
  readonly official?: boolean;
  /** Proxy for this feed alone, `http://host:port`. */
  readonly proxy?: string;
  /** Where the entries of a plain JSON endpoint are, and which paths hold their parts. */
  readonly json?: JsonMapping;
}

/** How a plain JSON endpoint is read: each value is a dotted path (`title.rendered`), `items` leads to the list ("" is the document itself). */
export interface JsonMapping {
  readonly items: string;
  readonly title: string;
  readonly url?: string;
  readonly text?: string;
  readonly date?: string;
  readonly id?: string;
  readonly publisher?: string;
}

/** What is remembered of a feed between polls. */
export interface FeedState {
  readonly etag?: string;
  readonly lastModified?: string;
  readonly bodyHash?: string;
  readonly lastSuccess?: Date;
  readonly newestItem?: Date;
  readonly errors: number;
  readonly errorClass?: string;
  readonly notBefore: Date;
  /** True until the first successful read has been recorded: that one alerts nobody. */
  readonly firstContact: boolean;
  /** What the reader notes for itself from poll to poll (redirects seen, rhythm), as JSON text; nobody else reads it. */
  readonly memory?: string;
}

/** What one poll of a feed brought; `state` (also of a failure) holds errors, error class and `notBefore`: when to ask again. */
export type FeedReading =
  | {
      readonly status: "read";
      readonly items: readonly Item[];
      readonly state: Partial<FeedState>;
      readonly broken: readonly string[];
    }
  | { readonly status: "unchanged"; readonly state: Partial<FeedState> }
  | {
      readonly status: "failed";
      readonly errorClass: string;
      readonly reason: string;
      readonly retryAfterMs?: number;
      readonly gone?: boolean;
      readonly state?: Partial<FeedState>;
    };

/** Reads one feed once; never throws for what a server can do. */
export interface FeedReader {
  read(feed: Feed, state: FeedState, now: Date): Promise<FeedReading>;
  close(): Promise<void>;
}

/** What `assess` needs to know of the past for one coded item. */
export interface Context {
  /** Stories that share an actor or a place with the item, not older than the window. */
  readonly stories: readonly Story[];
  /** Stances (all statuses, newest first) of the item's actors and of everybody at its places. */
  readonly stances: readonly Stance[];
  /** Newest revision of each alert whose story or actor and place the item touches. */
  readonly alerts: readonly Alert[];
}

/** Everything that one item changes, written together or not at all. */
export interface Outcome {
  readonly item: Item;
  readonly coding: Coding;
  readonly verdict: Verdict;
  /** The story joined or founded, as it stands after this item. */
  readonly story?: Story;
  /** Stories merged into `story`. */
  readonly merged: readonly string[];
  /** New stances, and old ones whose status changed. */
  readonly stances: readonly Stance[];
  /** A new alert or a new revision. */
  readonly alert?: Alert;
  /** A further alert revision of another story that this item denies or reverses. */
  readonly touched: readonly Alert[];
}

/** What the store already knows of an item. */
export type Sighting =
  | { readonly status: "new" }
  | { readonly status: "unchanged"; readonly id: string }
  | { readonly status: "changed"; readonly id: string; readonly story?: string; readonly coding?: Coding };

/** A message on its way to one chat, under a lease. */
interface Parcel {
  readonly id: number;
  readonly chat: ChatId;
  /** This attempt and those before it of which nothing was heard. */
  readonly attempts: number;
  /** The platform's idempotency key where it has one: the same whenever the same thing is sent to the same chat. */
  readonly nonce: string;
  readonly createdAt: Date;
  /** An earlier attempt may have arrived: its outcome was lost (a crash, a lease that ran out). */
  readonly uncertain?: boolean;
}

/** One alert revision, or a note (a digest, the operator's words), on its way to one chat. */
export type Delivery =
  | (Parcel & {
      readonly kind: "send" | "edit" | "reply";
      readonly alert: Alert;
      /** The platform's id of the message to edit or to reply to, where one was sent. */
      readonly messageId?: string;
      /** Alerts that waited too long and are told in this one message ("while you were away"), beside `alert`. */
      readonly folded?: readonly Alert[];
    })
  | (Parcel & { readonly kind: "note"; readonly message: Message });

/** What a person thinks of an alert, or misses; kept for the operator. */
export interface Feedback {
  readonly chat: ChatId;
  readonly user: string;
  readonly text: string;
  readonly alert?: string;
  readonly at: Date;
}

/** What a chat set for itself. */
export interface ChatSettings {
  readonly chat: ChatId;
  readonly language: string;
  readonly timeZone: string;
  readonly confirmations: boolean;
  readonly mutedUntil?: Date;
  readonly quiet?: { readonly from: string; readonly to: string };
  readonly digest?: { readonly every: "daily" | "weekly"; readonly at: string };
  readonly title?: string;
  readonly state: "active" | "paused" | "retired";
  /** What this chat does not want to hear of for a while. */
  readonly muted?: readonly Mute[];
}

/** A story, a place or an actor that a chat silenced until a moment. */
export interface Mute {
  readonly kind: "story" | "place" | "actor";
  readonly id: string;
  readonly until: Date;
}

/** Memory. Every method is one whole unit of work; expected outcomes are values, surprises are thrown. */
export interface Store {
  /** Whether this item (by canonical link, guid, then normalised title) was seen before and whether it changed. */
  sight(item: Item): Promise<Sighting>;
  /** What is known that bears on the coded item. */
  context(item: Item, coding: Coding, now: Date): Promise<Context>;
  /** Writes item, events, story, stances, alerts and the deliveries to every chat whose subscriptions match, in one transaction. */
  record(outcome: Outcome, now: Date): Promise<void>;

  /** Feeds that are due at `now`, with what is remembered of them. */
  dueFeeds(now: Date, limit: number): Promise<readonly { readonly feed: Feed; readonly state: FeedState }[]>;
  saveFeeds(feeds: readonly Feed[], now: Date): Promise<void>;
  settleFeed(feed: string, state: Partial<FeedState>, now: Date): Promise<void>;
  feeds(): Promise<readonly { readonly feed: Feed; readonly state: FeedState }[]>;

  /** Leases at most `limit` deliveries of a platform: order kept within a chat, severe ones first across chats. */
  claim(platform: string, now: Date, leaseMs: number, limit: number): Promise<readonly Delivery[]>;
  settle(delivery: number, result: SendResult, now: Date): Promise<void>;

  subscribe(subscription: Subscription): Promise<void>;
  unsubscribe(chat: ChatId, id?: string): Promise<number>;
  subscriptions(chat: ChatId): Promise<readonly Subscription[]>;
  chat(chat: ChatId): Promise<ChatSettings | undefined>;
  saveChat(settings: ChatSettings): Promise<void>;
  forget(chat: ChatId): Promise<void>;
  /** Gives a chat (and the threads in it) its new name everywhere. */
  moveChat(from: ChatId, to: ChatId): Promise<void>;
  /** Puts the positions known from before the first run in the place of those of the last start. */
  saveBaseline(stances: readonly Stance[]): Promise<void>;

  /** Standing and past stances, newest first. */
  stances(where: {
    readonly place?: string;
    readonly actor?: string;
    readonly topic?: string;
  }): Promise<readonly Stance[]>;
  /** Newest revision of alerts, newest first. */
  alerts(where: {
    readonly place?: string;
    readonly actor?: string;
    readonly story?: string;
    readonly id?: string;
    readonly since?: Date;
    readonly limit: number;
  }): Promise<readonly Alert[]>;
  /** The alert behind a message that was sent to a chat. */
  alertOf(chat: ChatId, messageId: string): Promise<Alert | undefined>;
  /** Where the item with this link (or id) ended, and why. */
  why(
    linkOrId: string,
  ): Promise<{ readonly item: Item; readonly verdict: Verdict; readonly coding: Coding } | undefined>;

  /** Writes a revision that no item caused (the operator's `/retract`) with what it sets back; returns how many chats are told. */
  amend(alert: Alert, stances: readonly Stance[], now: Date): Promise<number>;
  /** Puts a note on its way to chats, once a chat and `id`, however often it is asked; returns to how many it is new. */
  post(id: string, chats: readonly ChatId[], message: Message, now: Date): Promise<number>;
  /** The settings of every chat that saved any or listens. */
  chats(): Promise<readonly ChatSettings[]>;
  saveFeedback(feedback: Feedback): Promise<void>;
  /** How much there is of everything, by name. */
  figures(): Promise<Readonly<Record<string, number>>>;

  /** Copies the database while it is in use. */
  backup(file: string): Promise<void>;
  /** Deletes what is past its time. */
  prune(now: Date): Promise<void>;
  close(): Promise<void>;
}

/** What became of a send or an edit. `moved.to` is the chat's new id. */
export type SendResult =
  | { readonly status: "sent"; readonly messageId: string }
  | {
      readonly status: "retry";
      readonly afterMs: number;
      readonly scope?: "chat" | "platform";
      /** It may have arrived all the same: the answer was lost. */
      readonly uncertain?: boolean;
    }
  | { readonly status: "moved"; readonly to: ChatId }
  | { readonly status: "gone"; readonly reason: string }
  | { readonly status: "refused"; readonly reason: string };

/** Who asks, where, and what they may do there. */
export interface Request {
  readonly chat: ChatId;
  readonly user: string;
  readonly language: string;
  /** `/name`, without the slash. */
  readonly command: string;
  /** The words after the command; keyed ones in `options`. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  /** The platform's id of the message that this one replies to. */
  readonly replyTo?: string;
  readonly private: boolean;
  /** The bot may not post in this chat by itself, only answer. */
  readonly cannotPost?: boolean;
  /** Whether the caller may change settings of `chat`, asked of the platform at the time of the change. */
  mayManage(chat: ChatId): Promise<boolean>;
  /** Resolves `@channel`, `#channel` or an id to a chat, or says why not. */
  resolveChat(
    name: string,
  ): Promise<
    | { readonly chat: ChatId; readonly title: string }
    | { readonly problem: "chat-not-found" | "chat-no-post" | "chat-ask-there"; readonly title?: string }
  >;
  readonly operator: boolean;
}

/** Names of states, organisations and missions in every language, and what a text names. */
export interface Gazetteer {
  /** The id that the whole text names (an id, a name, an adjective), in this language first, then in any other. */
  find(
    text: string,
    language: string,
  ): { readonly id: string; readonly kind: "state" | "organisation" | "mission" } | undefined;
  name(id: string, language: string): string;
  /** The nearest known name to a text that names nothing. */
  suggest(text: string, language: string): string | undefined;
  /** Ids whose names begin like the text, best first, at most `limit`. */
  complete(text: string, language: string, limit: number): readonly string[];
}

/** An option of a command, as menus show it; `choices` are its words, `completes` that the platform may ask `complete` for more. */
export interface MenuOption {
  readonly name: string;
  readonly required: boolean;
  readonly choices?: readonly string[];
  readonly completes: boolean;
  describe(language: string): string;
}

/** A command, as menus show it. */
export interface MenuEntry {
  readonly name: string;
  readonly options: readonly MenuOption[];
  /** `settings` changes a chat, `operator` is for the owner of the bot only. */
  readonly audience: "everyone" | "settings" | "operator";
  describe(language: string): string;
}

/** What a platform tells the product besides commands, and what it may ask for. */
export interface ChatHooks {
  readonly languages: readonly string[];
  readonly menu: readonly MenuEntry[];
  /** What the bot is for: in a paragraph (at most 512 characters), and in a line (at most 120). */
  about(language: string): { readonly long: string; readonly short: string };
  /** At most 25 choices for an option while it is typed. */
  complete(
    option: string,
    typed: string,
    language: string,
  ): readonly { readonly name: string; readonly value: string }[];
  /** Whether this message of ours is one that the outbox knows. */
  sent(chat: ChatId, messageId: string): Promise<boolean>;
  /** The chat cannot be reached any more (blocked, removed, deleted). */
  gone(chat: ChatId, reason: string): Promise<void>;
  /** The chat has a new id: a group that became a supergroup. */
  moved(from: ChatId, to: ChatId): Promise<void>;
  /** The chat can be reached again, or was opened to the bot for the first time by `by`; the answer greets it. */
  back(
    chat: ChatId,
    opened: { readonly title?: string; readonly by?: ChatId; readonly language?: string },
  ): Promise<Message | undefined>;
}

/** Writes one line of the log: what happened, with facts. */
export type Log = (
  level: "debug" | "info" | "warn" | "error",
  event: string,
  facts?: Readonly<Record<string, unknown>>,
) => void;

/** A place where people read and ask. */
export interface ChatPlatform {
  readonly name: string;
  /** Connects; throws one clear sentence where the token or the network is wrong. `answer` handles every command. */
  start(answer: (request: Request) => Promise<Message>, hooks: ChatHooks): Promise<void>;
  send(
    chat: ChatId,
    message: Message,
    options: {
      readonly nonce: string;
      readonly replyTo?: string;
      readonly silent?: boolean;
      /** An earlier attempt may have arrived. */
      readonly uncertain?: boolean;
    },
  ): Promise<SendResult>;
  edit(chat: ChatId, messageId: string, message: Message): Promise<SendResult>;
  /** Stops within 5 s. */
  stop(): Promise<void>;
}
