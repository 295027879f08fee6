/** A run of text with at most one style; platforms escape it. */
export interface Span {
  readonly text: string;
  readonly style?: "bold" | "italic" | "code" | "struck";
  readonly url?: string;
}

/** One block of a message; platforms give it their best form. */
export type Block =
  | { readonly kind: "heading"; readonly direction?: "advance" | "rollback" | "hold" | "none"; readonly spans: readonly Span[] }
  | { readonly kind: "line"; readonly spans: readonly Span[] }
  | { readonly kind: "row"; readonly cells: readonly (readonly Span[])[] }
  | { readonly kind: "quote"; readonly text: string; readonly lang: string }
  | { readonly kind: "gap" };

/** A press: `command` is a whole command line (`context UA`), or `url` opens a page. */
export interface Button {
  readonly label: string;
  readonly command?: string;
  readonly url?: string;
  /** The answer takes the place of the message that carries the button (pages). */
  readonly replaces?: boolean;
}

/** What a chat is shown, free of any platform; `page` means that there is more behind buttons. */
export interface Message {
  readonly blocks: readonly Block[];
  readonly buttons?: readonly (readonly Button[])[];
  /** Only the caller should see it, where the platform can. */
  readonly discreet?: boolean;
  readonly image?: { readonly png: Uint8Array; readonly alt: string };
}
