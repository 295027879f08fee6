import { BlockList, isIP } from "node:net";

/** Where an IP address leads: the public net, a private one (loopback, RFC 1918, CGNAT, ULA), or nowhere that a feed can be (metadata, link-local, multicast, documentation, tunnels). */
export type Reach = "public" | "private" | "forbidden";

const PRIVATE_V4 = ["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
const FORBIDDEN_V4 = [
  "0.0.0.0/8",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
const PRIVATE_V6 = ["::1/128", "fc00::/7"];
const PUBLIC_V6 = ["2000::/3"];
const FORBIDDEN_V6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "fd00:ec2::/32"];

function list(ranges: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const blocks = new BlockList();
  for (const range of ranges) {
    const [address = "", bits = ""] = range.split("/");
    blocks.addSubnet(address, Number(bits), family);
  }
  return blocks;
}

const privateV4 = list(PRIVATE_V4, "ipv4");
const forbiddenV4 = list(FORBIDDEN_V4, "ipv4");
const privateV6 = list(PRIVATE_V6, "ipv6");
const publicV6 = list(PUBLIC_V6, "ipv6");
const forbiddenV6 = list(FORBIDDEN_V6, "ipv6");

/** The eight groups of an IPv6 address (an IPv4 tail counts as two). */
function groups(address: string): readonly number[] {
  const v4 = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const hex = (high: string | undefined, low: string | undefined) => ((Number(high) << 8) | Number(low)).toString(16);
  const plain = v4 ? `${v4[1]}${hex(v4[2], v4[3])}:${hex(v4[4], v4[5])}` : address;
  const [head = "", tail] = plain.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const middle = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...middle, ...right].map((group) => Number.parseInt(group, 16));
}

/** The IPv4 address inside a mapped, compatible or NAT64 IPv6 address, if any. */
function embedded(address: string): string | undefined {
  const g = groups(address);
  const zeros = (from: number, to: number) => g.slice(from, to).every((group) => group === 0);
  const mapped = zeros(0, 5) && g[5] === 0xffff;
  const compatible = zeros(0, 6) && (g[6] ?? 0) !== 0;
  const translated = zeros(0, 4) && g[4] === 0xffff && g[5] === 0;
  const nat64 = g[0] === 0x64 && g[1] === 0xff9b && zeros(2, 6);
  if (!mapped && !compatible && !translated && !nat64) return undefined;
  const [high = 0, low = 0] = [g[6], g[7]];
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}

/** Judges one IP address, as text; anything that is no IP address is forbidden. An IPv4 address inside IPv6 is judged as itself. */
export function reach(address: string): Reach {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const family = isIP(bare);
  if (family === 4) {
    if (forbiddenV4.check(bare, "ipv4")) return "forbidden";
    return privateV4.check(bare, "ipv4") ? "private" : "public";
  }
  if (family !== 6) return "forbidden";
  const inside = embedded(bare);
  if (inside !== undefined) return reach(inside);
  if (forbiddenV6.check(bare, "ipv6")) return "forbidden";
  if (privateV6.check(bare, "ipv6")) return "private";
  return publicV6.check(bare, "ipv6") ? "public" : "forbidden";
}

/** The IP address that a URL's host spells (in any spelling that the URL standard reads: decimal, octal, hexadecimal), or undefined for a name. */
export function literal(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 ? undefined : bare;
}

const PORTS = new Set(["", "80", "443", "8080", "8443"]);
const LOCAL_NAME = /^(?:localhost|.*\.(?:localhost|local|internal|intranet|lan|home|corp|arpa))\.?$/i;

/**
 * Says why an address may not be asked at all, before any name is resolved: scheme, credentials, port, spelled-out private address.
 * With `allowPrivate`, ports and private addresses are judged at the connection instead.
 */
export function refusal(url: URL, allowPrivate: boolean): string | undefined {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return `only http and https are read, not ${url.protocol.slice(0, -1)}`;
  if (url.username !== "" || url.password !== "") return "an address with a user name or password is not read";
  const ip = literal(url.hostname);
  const where = ip === undefined ? undefined : reach(ip);
  if (where === "forbidden") return `${url.hostname} is no public address`;
  if (where === "private" && !allowPrivate) return `${url.hostname} is a private address`;
  if (ip === undefined && !allowPrivate && (LOCAL_NAME.test(url.hostname) || !url.hostname.includes(".")))
    return `${url.hostname} is a local name`;
  if (!PORTS.has(url.port) && !(allowPrivate && (where === "private" || ip === undefined)))
    return "only the ports 80, 443, 8080 and 8443 are read";
  return undefined;
}

/** Whether a port is one of the four that public feeds may use. */
export function usualPort(port: string): boolean {
  return PORTS.has(port);
}
