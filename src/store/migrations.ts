import type { Database } from "better-sqlite3";

/** The schema as numbered steps, forward only: a released step never changes, a change is a new step. */
export const migrations: readonly string[] = [
  `
  create table feed (
    id text primary key,
    spec text not null,
    position integer not null,
    enabled integer not null,
    not_before integer not null,
    state text not null
  );
  create index feed_due on feed (not_before) where enabled = 1;

  create table item (
    n integer primary key,
    id text not null,
    feed text not null,
    publisher text not null,
    title text not null,
    url text,
    published integer,
    first_seen integer not null,
    last_seen integer not null,
    content integer not null,
    version integer not null,
    stage text not null,
    reason text not null,
    story text
  );
  create index item_forgettable on item (last_seen) where story is null;
  create table item_key (key integer primary key, item integer not null);
  create index item_key_item on item_key (item);
  create table item_version (
    item integer not null,
    version integer not null,
    seen integer not null,
    body text not null,
    coding text not null,
    primary key (item, version)
  ) without rowid;

  create table story (id text primary key, last_at integer not null, findable integer not null, body text not null);
  create index story_findable on story (last_at) where findable = 1;
  create table story_fact (
    kind text not null,
    fact text not null,
    last_at integer not null,
    story text not null,
    primary key (kind, fact, last_at, story)
  ) without rowid;

  create table stance (
    n integer primary key,
    topic text not null,
    actor text not null,
    level text not null,
    place text not null,
    presence text not null,
    source text not null,
    since integer not null,
    item text not null,
    near integer not null,
    body text not null
  );
  create unique index stance_identity on stance (actor, place, topic, level, presence, source, since, item);
  create index stance_actor on stance (actor, since);
  create index stance_place on stance (place, since);
  create index stance_since on stance (since);
  create index stance_near_actor on stance (actor, since) where near = 1;
  create index stance_near_place on stance (place, since) where near = 1;

  create table alert (
    id text primary key,
    revision integer not null,
    story text not null,
    at integer not null,
    body text not null
  );
  create index alert_story on alert (story, at);
  create index alert_at on alert (at);
  create table alert_revision (
    alert text not null,
    revision integer not null,
    body text not null,
    primary key (alert, revision)
  ) without rowid;
  create table alert_fact (
    kind text not null,
    fact text not null,
    at integer not null,
    alert text not null,
    primary key (kind, fact, at, alert)
  ) without rowid;

  create table chat (chat text primary key, body text not null);
  create table subscription (
    n integer primary key,
    chat text not null,
    id text not null,
    body text not null,
    unique (chat, id)
  );

  create table delivery (
    id integer primary key autoincrement,
    platform text not null,
    chat text not null,
    alert text not null,
    revision integer not null,
    kind text not null,
    state text not null,
    priority integer not null,
    head integer not null,
    not_before integer not null,
    leased integer not null default 0,
    uncertain integer not null default 0,
    attempts integer not null default 0,
    nonce text not null,
    created_at integer not null,
    settled_at integer,
    message text,
    reason text,
    folded_into integer,
    note text
  );
  create unique index delivery_nonce on delivery (nonce);
  create index delivery_due on delivery (platform, priority, not_before) where head = 1;
  create index delivery_chat on delivery (chat, state, head, id);
  create index delivery_alert on delivery (alert, chat) where state = 'pending';
  create index delivery_leased on delivery (id) where leased = 1;
  create index delivery_settled on delivery (settled_at) where settled_at is not null;
  create index delivery_folded on delivery (folded_into) where folded_into is not null;
  create table message (
    chat text not null,
    message text not null,
    alert text not null,
    revision integer not null,
    card integer not null,
    at integer not null,
    primary key (chat, message, alert)
  ) without rowid;
  create index message_alert on message (alert, chat);
  create index message_at on message (at);
  create table feedback (
    n integer primary key,
    chat text not null,
    user text not null,
    text text not null,
    alert text,
    at integer not null
  );
  create table platform (name text primary key, not_before integer not null);
  `,
];

/** Brings a database to the newest step; throws where it was written by a newer version. */
export function migrate(db: Database): void {
  const at = db.pragma("user_version", { simple: true }) as number;
  if (at > migrations.length)
    throw new Error(
      `The database was written by a newer version (step ${at}, this one knows ${migrations.length}): update Shiftwire, or name another file in SHIFTWIRE_DB.`,
    );
  for (let step = at; step < migrations.length; step += 1)
    db.transaction(() => {
      db.exec(migrations[step] ?? "");
      db.pragma(`user_version = ${step + 1}`);
    }).immediate();
}
