import { promisify } from "node:util";
import zlib from "node:zlib";

const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);
const brotli = promisify(zlib.brotliDecompress);

/** A body that could not be unpacked: too large, or broken. */
export type Unpacked =
  | { readonly status: "ok"; readonly bytes: Buffer }
  | { readonly status: "too_large" }
  | { readonly status: "broken"; readonly reason: string };

const GZIP = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function unpack(bytes: Buffer, coding: string, limit: number): Promise<Buffer> {
  const options = { maxOutputLength: limit, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  if (coding === "gzip" || coding === "x-gzip") return GZIP(bytes) ? await gunzip(bytes, options) : bytes;
  if (coding === "br")
    return await brotli(bytes, { maxOutputLength: limit, finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
  // "deflate" is zlib in the standard and raw in some servers
  const isZlib = ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
  return isZlib ? await inflate(bytes, options) : await inflateRaw(bytes, options);
}

/** Undoes Content-Encoding, and gzip that no header names; `limit` bounds every stage in bytes, so a bomb costs no more than that. */
export async function unpackBody(bytes: Buffer, contentEncoding: string | undefined, limit: number): Promise<Unpacked> {
  const codings = (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity")
    .reverse();
  let current = bytes;
  if (codings.length > 3) return { status: "broken", reason: `${codings.length} content encodings` };
  try {
    for (const coding of codings) {
      if (!/^(?:gzip|x-gzip|deflate|br)$/.test(coding))
        return { status: "broken", reason: `content encoding ${coding.slice(0, 20)} is not known` };
      current = await unpack(current, coding, limit);
    }
    if (GZIP(current)) current = await unpack(current, "gzip", limit);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ERR_BUFFER_TOO_LARGE") return { status: "too_large" };
    return { status: "broken", reason: `compressed body is broken (${code ?? String(error)})` };
  }
  return current.length > limit ? { status: "too_large" } : { status: "ok", bytes: current };
}
