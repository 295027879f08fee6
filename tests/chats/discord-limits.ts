interface Embed {
  readonly title?: string;
  readonly description?: string;
}

interface Row {
  readonly components: readonly {
    readonly label: string;
    readonly custom_id?: string;
    readonly url?: string;
    readonly style: number;
  }[];
}

/** What Discord would refuse in an embed (docs: resources/message, embed limits). */
export function embedProblems(embed: Embed): readonly string[] {
  const { title = "", description = "" } = embed;
  return [
    ...(title.length > 256 ? [`title of ${title.length}`] : []),
    ...(description.length > 4096 ? [`description of ${description.length}`] : []),
    ...(`${title}${description}`.trim() === "" ? ["empty"] : []),
    ...(`${title}${description}`.isWellFormed() ? [] : ["half a character"]),
  ];
}

/** What Discord would refuse in rows of buttons (docs: components/reference). */
export function rowProblems(rows: readonly Row[]): readonly string[] {
  const buttons = rows.flatMap((row) => row.components);
  const ids = buttons.flatMap((b) => b.custom_id ?? []);
  return [
    ...(rows.length > 5 ? [`${rows.length} rows`] : []),
    ...rows
      .filter((row) => row.components.length < 1 || row.components.length > 5)
      .map((row) => `${row.components.length} buttons in a row`),
    ...buttons.filter((b) => b.label.length < 1 || b.label.length > 80).map((b) => `label "${b.label}"`),
    ...buttons
      .filter((b) => (b.custom_id === undefined) === (b.url === undefined))
      .map((b) => `"${b.label}" leads nowhere, or twice`),
    ...buttons.filter((b) => (b.style === 5) !== (b.url !== undefined)).map((b) => `"${b.label}" has the wrong style`),
    ...ids.filter((id) => id.length < 1 || id.length > 100).map((id) => `id "${id}"`),
    ...(new Set(ids).size < ids.length ? ["the same id twice"] : []),
    ...buttons.filter((b) => (b.url?.length ?? 0) > 512).map((b) => `url of ${b.url?.length}`),
  ];
}

interface Slash {
  readonly name: string;
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly options?: readonly Slash[];
  readonly required?: boolean;
  readonly choices?: readonly { readonly name: string }[];
}

/** What Discord would refuse in a slash command (docs: interactions/application-commands). */
export function slashProblems(command: Slash): readonly string[] {
  const one = (c: Slash): readonly string[] => {
    const texts = [c.description, ...Object.values(c.description_localizations ?? {})];
    return [
      ...(/^[-_'\p{L}\p{N}]{1,32}$/u.test(c.name) && c.name === c.name.toLowerCase() ? [] : [`name "${c.name}"`]),
      ...texts.filter((t) => t.length < 1 || t.length > 100).map((t) => `description "${t}"`),
      ...((c.choices?.length ?? 0) > 25 ? [`${c.choices?.length} choices`] : []),
    ];
  };
  const options = command.options ?? [];
  const late =
    options.findIndex((o) => o.required) > options.findIndex((o) => !o.required) &&
    options.some((o) => !o.required) &&
    options.some((o) => o.required);
  const longest = (c: Slash) =>
    c.name.length +
    Math.max(c.description.length, ...Object.values(c.description_localizations ?? {}).map((t) => t.length));
  const size = [command, ...options].reduce(
    (sum, c) => sum + longest(c) + (c.choices ?? []).reduce((n, x) => n + 2 * x.name.length, 0),
    0,
  );
  return [
    ...[command, ...options].flatMap(one),
    ...(options.length > 25 ? [`${options.length} options`] : []),
    ...(late ? ["a required option after others"] : []),
    ...(size > 8000 ? [`${size} characters`] : []),
  ];
}
