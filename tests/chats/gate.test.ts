import { expect, test } from "vitest";
import { openGate } from "../../src/chats/gate.ts";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("never more requests than places begin within the time, however long they take", async () => {
  const gate = openGate(3, 60);
  const begun: number[] = [];
  const request = async () => {
    begun.push(performance.now());
    await wait(begun.length % 2 === 0 ? 0 : 30);
  };
  await Promise.all(Array.from({ length: 12 }, () => gate.pass(request)));
  for (let n = 3; n < begun.length; n += 1) expect((begun[n] ?? 0) - (begun[n - 3] ?? 0)).toBeGreaterThanOrEqual(59);
});

test("those that a person waits for go before the others", async () => {
  const gate = openGate(1, 5);
  const order: string[] = [];
  const pass = (name: string, first: boolean) => gate.pass(async () => void order.push(name), first);
  await Promise.all([pass("running", false), pass("bulk", false), pass("answer", true)]);
  expect(order).toEqual(["running", "answer", "bulk"]);
});

test("a request that fails gives its place back", async () => {
  const gate = openGate(1, 1);
  await expect(gate.pass(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await gate.pass(async () => "yes")).toBe("yes");
});
