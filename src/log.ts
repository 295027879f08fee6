import { pino } from "pino";
import type { Log } from "./core/ports.ts";

/** Where log lines go and how: `pretty` for a person at a terminal, one JSON object a line otherwise. */
export interface LogOptions {
  readonly level: "debug" | "info" | "warn" | "error" | "silent";
  readonly pretty: boolean;
  /** Words that must never be shown, such as tokens. */
  readonly secrets: readonly string[];
  write(line: string): void;
}

/** Opens the log; what goes out is cleaned of secrets, whatever fact they hide in. */
export function openLog(options: LogOptions): Log {
  const secrets = options.secrets.filter((secret) => secret !== "");
  const clean = (line: string) => secrets.reduce((text, secret) => text.replaceAll(secret, "***"), line);
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => options.write(clean(options.pretty ? oneLine(line) : line)) },
  );
  return (level, event, facts) => logger[level](plainFacts(facts ?? {}), event);
}

/** Errors become their message, and the stack only below a cause; everything else stays. */
function plainFacts(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, value instanceof Error ? reason(value) : value]),
  );
}

/** An error in one line, with its causes. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} (${reason(error.cause)})`;
}

const colour: Readonly<Record<string, string>> = {
  debug: "\u001b[2m",
  info: "",
  warn: "\u001b[33m",
  error: "\u001b[31m",
};

/** A JSON line as a person reads it: time, event, facts. */
function oneLine(line: string): string {
  const { level, time, msg, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const tint = colour[String(level)] ?? "";
  const rest = Object.entries(facts)
    .map(
      ([key, value]) => ` ${key}=${typeof value === "string" && !/[\s"=]/.test(value) ? value : JSON.stringify(value)}`,
    )
    .join("");
  return `${tint}${String(time).slice(11, 19)} ${String(msg)}${rest}${tint === "" ? "" : "\u001b[0m"}\n`;
}
