type Base64 = { to: (bytes: Uint8Array) => string; from: (text: string) => Uint8Array };
export type Cloning = { pack: (value: unknown) => string; unpack: (text: string) => unknown };

/**
 * Values as text and back, as structured cloning would have them: Date, Map, Set, RegExp, Error, BigInt, ArrayBuffer and
 * its views, undefined, NaN, -0, cycles and shared references survive; a function or a symbol throws. A view carries its
 * own bytes only, not the whole buffer below it.
 *
 * This function is also sent to the page as source text, so it uses nothing from outside itself.
 */
export function createCloning(base64: Base64): Cloning {
  const tagKey = "\u0001";
  const views = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const errors: Record<string, new (message: string) => Error> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);
  const tagged = (tag: string, value?: unknown): object => ({ [tagKey]: tag, v: value });
  const put = (target: object, key: string, value: unknown): void => {
    // Defined, not assigned: an own "__proto__" must arrive as the data it was.
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  };

  const packWith = (seen: Map<object, number>) => {
    const packEntries = (value: object): unknown => {
      const keys = Object.keys(value);
      const entries = keys.map((key): [string, unknown] => [key, pack(Reflect.get(value, key))]);
      if (keys.includes(tagKey)) return tagged("Object", entries);
      const plain = {};
      for (const [key, packed] of entries) put(plain, key, packed);
      return plain;
    };
    const packObject = (value: object): unknown => {
      const known = seen.get(value);
      if (known !== undefined) return tagged("Ref", known);
      seen.set(value, seen.size);
      if (Array.isArray(value)) return Array.from(value, pack);
      const kind = kindOf(value);
      if (kind === "Date") return tagged("Date", pack((value as Date).getTime()));
      if (kind === "RegExp") return tagged("RegExp", [(value as RegExp).source, (value as RegExp).flags]);
      if (kind === "Map")
        return tagged(
          "Map",
          [...(value as Map<unknown, unknown>)].map((entry) => entry.map(pack)),
        );
      if (kind === "Set") return tagged("Set", [...(value as Set<unknown>)].map(pack));
      if (kind === "ArrayBuffer") return tagged("ArrayBuffer", base64.to(new Uint8Array(value as ArrayBuffer)));
      if (ArrayBuffer.isView(value)) {
        return tagged(kind, base64.to(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
      }
      if (value instanceof Error || kind === "Error") {
        const { name, message, stack } = value as Error;
        const cause = "cause" in value ? [pack(value.cause)] : [];
        return tagged("Error", [name, message, stack ?? null, cause]);
      }
      if (kind === "Blob" || kind === "File" || kind === "Promise" || kind === "WeakMap" || kind === "WeakSet") {
        throw new TypeError("An object could not be cloned.");
      }
      return packEntries(value);
    };
    const pack = (value: unknown): unknown => {
      if (value === undefined) return tagged("undefined");
      if (typeof value === "bigint") return tagged("BigInt", value.toString());
      if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
        return tagged("number", Object.is(value, -0) ? "-0" : String(value));
      }
      if (typeof value === "function" || typeof value === "symbol")
        throw new TypeError("An object could not be cloned.");
      return typeof value === "object" && value !== null ? packObject(value) : value;
    };
    return pack;
  };

  const unpackWith = (seen: unknown[]) => {
    const keep = <T>(value: T): T => {
      seen.push(value);
      return value;
    };
    const unpackEntries = (entries: [string, unknown][]): object => {
      const result = keep({});
      for (const [key, value] of entries) put(result, key, unpack(value));
      return result;
    };
    const unpackError = ([name, message, stack, cause]: [string, string, string | null, unknown[]]): Error => {
      const error = keep(new (errors[name] ?? Error)(message));
      if (error.name !== name && !(name in errors)) put(error, "name", name);
      Object.defineProperty(error, "stack", { value: stack ?? undefined, writable: true, configurable: true });
      if (cause.length > 0) error.cause = unpack(cause[0]);
      return error;
    };
    const buffer = (text: unknown): ArrayBuffer => new Uint8Array(base64.from(text as string)).buffer;
    const unpackTagged = (tag: string, value: unknown): unknown => {
      if (tag === "undefined") return undefined;
      if (tag === "number") return Number(value);
      if (tag === "BigInt") return BigInt(value as string);
      if (tag === "Ref") return seen[value as number];
      if (tag === "Date") return keep(new Date(unpack(value) as number));
      if (tag === "RegExp") return keep(new RegExp((value as string[])[0] ?? "", (value as string[])[1]));
      if (tag === "ArrayBuffer") return keep(buffer(value));
      if (tag === "Error") return unpackError(value as [string, string, string | null, unknown[]]);
      if (tag === "Object") return unpackEntries(value as [string, unknown][]);
      if (tag === "Map") {
        const map = keep(new Map());
        for (const [key, item] of value as [unknown, unknown][]) map.set(unpack(key), unpack(item));
        return map;
      }
      if (tag === "Set") {
        const set = keep(new Set());
        for (const item of value as unknown[]) set.add(unpack(item));
        return set;
      }
      const View = views[tag as "Uint8Array"];
      return keep(new View(buffer(value)));
    };
    const unpack = (packed: unknown): unknown => {
      if (typeof packed !== "object" || packed === null) return packed;
      if (Array.isArray(packed)) {
        const result: unknown[] = keep([]);
        for (const item of packed) result.push(unpack(item));
        return result;
      }
      const tag: unknown = Reflect.get(packed, tagKey);
      if (typeof tag === "string") return unpackTagged(tag, Reflect.get(packed, "v"));
      return unpackEntries(Object.entries(packed));
    };
    return unpack;
  };

  return {
    pack: (value) => JSON.stringify(packWith(new Map())(value)),
    unpack: (text) => unpackWith([])(JSON.parse(text)),
  };
}

/** The cloning of this process. */
export const cloning: Cloning = createCloning({
  to: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"),
  from: (text) => Buffer.from(text, "base64"),
});
