import { describe, expect, it } from "vitest";
import { reach, refusal } from "../../src/feeds/address.ts";

describe("reach", () => {
  it.each([
    ["93.184.215.14", "public"],
    ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", "public"],
    ["64:ff9b::5db8:d70e", "public"],
    ["127.0.0.1", "private"],
    ["127.255.255.254", "private"],
    ["10.1.2.3", "private"],
    ["172.31.0.1", "private"],
    ["192.168.0.1", "private"],
    ["100.64.0.1", "private"],
    ["::1", "private"],
    ["fd12:3456::1", "private"],
    ["::ffff:127.0.0.1", "private"],
    ["::ffff:7f00:1", "private"],
    ["::127.0.0.1", "private"],
    ["64:ff9b::7f00:1", "private"],
    ["64:ff9b::10.0.0.1", "private"],
    ["::ffff:0:10.0.0.1", "private"],
    ["172.32.0.1", "public"],
    ["100.128.0.1", "public"],
    ["0.0.0.0", "forbidden"],
    ["169.254.169.254", "forbidden"],
    ["::ffff:169.254.169.254", "forbidden"],
    ["64:ff9b::a9fe:a9fe", "forbidden"],
    ["64:ff9b:1::1", "forbidden"],
    ["fd00:ec2::254", "forbidden"],
    ["fe80::1%eth0", "forbidden"],
    ["fec0::1", "forbidden"],
    ["192.0.0.192", "forbidden"],
    ["198.18.0.1", "forbidden"],
    ["203.0.113.7", "forbidden"],
    ["224.0.0.1", "forbidden"],
    ["255.255.255.255", "forbidden"],
    ["ff02::1", "forbidden"],
    ["2001:db8::1", "forbidden"],
    ["2002:7f00:1::", "forbidden"],
    ["2001:0:4136:e378::1", "forbidden"],
    ["::", "forbidden"],
    ["example.org", "forbidden"],
  ])("%s is %s", (address, where) => {
    expect(reach(address)).toBe(where);
  });
});

describe("refusal", () => {
  it.each([
    "ftp://example.org/feed",
    "file:///etc/passwd",
    "http://user@example.org/",
    "http://user:secret@example.org/",
    "http://example.org:22/",
    "http://example.org:6379/",
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost/",
    "http://printer.local/",
    "http://intranet/",
    "http://db.internal/",
  ])("refuses %s", (address) => {
    expect(refusal(new URL(address), false)).toBeTypeOf("string");
  });

  it.each([
    "http://example.org/feed",
    "https://example.org:8443/feed",
    "http://93.184.215.14:8080/",
    "https://новини.укр/rss",
  ])("lets %s pass", (address) => {
    expect(refusal(new URL(address), false)).toBeUndefined();
  });

  it("lifts port and address rules for private addresses only", () => {
    expect(refusal(new URL("http://127.0.0.1:41234/"), true)).toBeUndefined();
    expect(refusal(new URL("http://93.184.215.14:41234/"), true)).toBeTypeOf("string");
    expect(refusal(new URL("http://169.254.169.254/"), true)).toBeTypeOf("string");
    expect(refusal(new URL("http://user:secret@127.0.0.1/"), true)).toBeTypeOf("string");
  });
});
