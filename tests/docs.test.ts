import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "../src/commands/index.ts";

const at = (name: string) => new URL(`../${name}`, import.meta.url);
const readme = readFileSync(at("README.md"), "utf8");

test("the first screen of README has the two commands that set everything up", () => {
  const first = readme.split("\n").slice(0, 20).join("\n");
  expect(first).toContain("npm ci && npm run demo");
  expect(first).toContain("npm ci && npm test");
});

test.each(commands.filter((command) => command.name !== "start").map((command) => command.name))(
  "README names /%s",
  (name) => {
    expect(readme).toMatch(new RegExp(`/${name}\\b`));
  },
);

test("README names no command that there is not", () => {
  const known = new Set(commands.map((command) => command.name));
  const told = [...readme.matchAll(/(?<=[\s`(|])\/([a-z]+)(?=[\s`,)])/g)].map((match) => match[1] ?? "");
  expect(told.length).toBeGreaterThan(15);
  expect(told.filter((name) => !known.has(name))).toEqual([]);
});

test("README maps every room of src", () => {
  const rooms = readdirSync(at("src/"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const one of rooms) expect(readme).toContain(`\`${one.name}/\``);
});

test("README names every verb of the command line", () => {
  const verbs = /const verbs[^{]*\{([^}]*)\}/.exec(readFileSync(at("src/cli.ts"), "utf8"))?.[1] ?? "";
  const names = [...verbs.matchAll(/(?:^|,)\s*([a-z]+)/g)].map((match) => match[1] ?? "");
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(readme).toMatch(new RegExp(`\`${name}\\b`));
});

test("every file that README links to exists", () => {
  for (const [, target] of readme.matchAll(/\]\(([^)#:]+)\)/g)) expect(existsSync(at(target ?? "")), target).toBe(true);
});
