// The signature of a PDF (PAdES, ETSI EN 319 142), looked at without a network. As the program does it: what the platform itself adds
// behind a signature, to have it validated years later, may stand there; nothing that changes the page may.
// Nothing here asks a page, a network or a clock.

const RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/;
const TRACE = /\/(?:ByteRange|FT\s*\/Sig|Type\s*\/Sig)\b/;
const HELD = /^<(?:[0-9A-Fa-f]{2})+>$/;

const SIGNED_DATA = "1.2.840.113549.1.7.2";
const DATA = "1.2.840.113549.1.7.1";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const DIGESTS = {
  "2.16.840.1.101.3.4.2.1": "SHA-256", "2.16.840.1.101.3.4.2.2": "SHA-384", "2.16.840.1.101.3.4.2.3": "SHA-512",
};
const EC = "1.2.840.10045.2.1";
const RSA = "1.2.840.113549.1.1.1";
const CURVES = {
  "1.2.840.10045.3.1.7": { namedCurve: "P-256", size: 32 },
  "1.3.132.0.34": { namedCurve: "P-384", size: 48 },
  "1.3.132.0.35": { namedCurve: "P-521", size: 66 },
};
/** A signature that names the kind of its key alone has the digest that is named beside it. */
const SIGNATURES = {
  [RSA]: [RSA, null],
  "1.2.840.113549.1.1.11": [RSA, "SHA-256"], "1.2.840.113549.1.1.12": [RSA, "SHA-384"], "1.2.840.113549.1.1.13": [RSA, "SHA-512"],
  "1.2.840.10045.4.3.2": [EC, "SHA-256"], "1.2.840.10045.4.3.3": [EC, "SHA-384"], "1.2.840.10045.4.3.4": [EC, "SHA-512"],
};

const OBJECT = /[\r\n]*(\d{1,8}) 0 obj\n(<<\n[^]*?\n>>)\n(?:stream\r\n|endobj\n)/y;
const STREAM_END = /\r?\nendstream\nendobj\n/y;
const SECTION_END = /startxref\n(\d{1,10})\n%%EOF\n?/y;
const TRAILER = new RegExp("^<< /Length \\d+ /Root (\\d+ 0 R) /Info (\\d+ 0 R) /ID \\[(<[0-9A-F]+>) <[0-9A-F]+>\\] /Prev (\\d+) "
  + "/Type /XRef /Size (\\d+) /Index \\[((?:\\d+ \\d+ ?)+)\\] /W \\[1 ([1-4]) 0\\] /Filter /FlateDecode >>$");
const LONGEST_TRAILER = 10000;
/** What may be new behind a signature: certificates and lists of what is revoked, and a stamp whose field is not seen. */
const ADDED = [
  /^<<(?: \/(?:Certs|CRLs|OCSPs) \[[\dR ]+\])+ >>$/,
  /^<< \/Length \d+ >>$/,
  /^<< \/FT \/Sig \/Type \/Annot \/Subtype \/Widget \/F 132 \/T \(\w+\) \/V \d+ 0 R \/P \d+ 0 R \/Rect \[0\.0 0\.0 0\.0 0\.0\] \/AP \d+ 0 R >>$/,
  /^<< \/Type \/DocTimeStamp \/Filter \/Adobe\.PPKLite \/SubFilter \/ETSI\.RFC3161 \/Contents <[0-9A-Fa-f]+> \/ByteRange \[[\d ]+\] >>$/,
  /^<< \/N \d+ 0 R >>$/,
  /^<< \/Length 0 \/Type \/XObject \/Subtype \/Form \/BBox \[0\.0 0\.0 0\.0 0\.0\] >>$/,
];

/** It is not as the platform signs, or as a signature has to be. */
class Changed extends Error {}

/** It takes what is not known here. */
class NotKnown extends Error {}

/**
 * @param bytes of the PDF
 * @param authority the certificate that the platform publishes, in DER; nothing when it publishes none
 * @returns "intact", "changed", "other-signer", "absent", or "not-looked-at" when that cannot be told here
 */
export async function signatureOf(bytes, authority) {
  const text = new TextDecoder("latin1").decode(bytes);
  // the platform signs first: what came later is a stamp
  const range = RANGE.exec(text);
  if (!range) {
    return TRACE.test(text) ? "changed" : "absent";
  }
  try {
    const [start, before, after, rest] = range.slice(1).map(Number);
    const end = after + rest;
    const held = text.slice(before, after);
    if (start !== 0 || range.index > end || end > bytes.length || !HELD.test(held)) {
      throw new Changed("It is not the whole page that was signed");
    }
    await requireNothingSeen(bytes, text, end);
    const signer = await signerOf(unhex(held), joined(bytes.subarray(0, before), bytes.subarray(after, end)));
    if (!authority) {
      return "not-looked-at";
    }
    return await certified(signer, certificateOf(read(authority))) ? "intact" : "other-signer";
  } catch (why) {
    console.warn(why);
    // whatever else goes wrong comes of what was written into the file
    return why instanceof NotKnown ? "not-looked-at" : "changed";
  }
}

// who signed

/** The certificate of whoever signed these bytes. */
async function signerOf(cms, signed) {
  const [type, content] = children(read(cms));
  if (oid(type) !== SIGNED_DATA) {
    throw new Changed("It is no signature");
  }
  const parts = children(children(content)[0]);
  const signers = children(parts.at(-1));
  const certificates = parts.filter(part => part.tag === 0xA0).flatMap(children).map(certificateOf);
  const [, named, digest, attributes, algorithm, signature] = children(signers[0]);
  if (signers.length !== 1 || attributes.tag !== 0xA0) {
    throw new Changed("It is not signed as pages are");
  }
  const signer = certificates.find(it => same(named.value, joined(it.issuer.whole, it.serial.whole)));
  const hash = DIGESTS[oid(children(digest)[0])];
  if (!signer || !hash) {
    throw new NotKnown("Another way to name a signer or a digest");
  }
  const told = new Map(children(attributes).map(children).map(([name, values]) => [oid(name), children(values)]));
  const isData = told.get(CONTENT_TYPE)?.map(oid).join() === DATA;
  const [said] = told.get(MESSAGE_DIGEST) ?? [];
  if (!isData || !said || !same(said.value, new Uint8Array(await crypto.subtle.digest(hash, signed)))) {
    throw new Changed("It has another digest");
  }
  // what is signed is the set, though it stands there under another tag (RFC 5652, 5.4)
  const set = attributes.whole.slice();
  set[0] = 0x31;
  if (!await verifies(signer.key, algorithm, hash, signature.value, set)) {
    throw new Changed("It is not signed with that key");
  }
  return signer;
}

/** Whether the authority has certified it, or is it. */
async function certified(signer, authority) {
  return same(signer.whole, authority.whole)
    || same(signer.issuer.whole, authority.subject.whole)
    && await verifies(authority.key, signer.algorithm, null, signer.signature.value.subarray(1), signer.signed.whole);
}

function certificateOf(node) {
  const [signed, algorithm, signature] = children(node);
  const [serial, , issuer, , subject, key] = children(signed).filter(part => part.tag !== 0xA0);
  return { whole: node.whole, signed, algorithm, signature, serial, issuer, subject, key };
}

async function verifies(key, algorithm, digest, signature, what) {
  const [kind, curve] = children(children(key)[0]);
  const [signs, named] = SIGNATURES[oid(children(algorithm)[0])] ?? [];
  const hash = named ?? digest;
  const ec = oid(kind) === EC ? CURVES[oid(curve)] : null;
  if (!hash || signs !== oid(kind) || (signs === EC && !ec)) {
    throw new NotKnown("Another way to sign");
  }
  const how = ec ? { name: "ECDSA", namedCurve: ec.namedCurve, hash } : { name: "RSASSA-PKCS1-v1_5", hash };
  let imported;
  try {
    imported = await crypto.subtle.importKey("spki", key.whole, how, false, ["verify"]);
  } catch (notHere) {
    throw new NotKnown("This browser does not read such a key", { cause: notHere });
  }
  return crypto.subtle.verify(how, imported, ec ? flat(signature, ec.size) : signature, what);
}

/** The two numbers of a signature one behind the other, as browsers take them. */
function flat(signature, size) {
  const both = new Uint8Array(2 * size);
  children(read(signature)).forEach((number, i) => {
    const digits = number.value.subarray(Math.max(0, number.value.length - size));
    both.set(digits, (i + 1) * size - digits.length);
  });
  return both;
}

// what stands behind the signature

/** Every byte is accounted for, and is read in the one way in which the platform writes. */
async function requireNothingSeen(bytes, text, signedEnd) {
  let at = signedEnd;
  let last = null;
  while (/\S/.test(text.slice(at))) {
    last ??= trailerOf(text.slice(0, signedEnd));
    const places = new Map();
    let trailer = null;
    let place = at;
    while (!trailer) {
      const [match, name, written] = next(OBJECT, text, at);
      const number = Number(name);
      const said = flattened(written);
      place = at + match.indexOf(name);
      places.set(number, place);
      at += match.length;
      let stream = null;
      if (match.endsWith("stream\r\n")) {
        const length = Number(/\/Length (\d+)/.exec(said)?.[1]);
        stream = bytes.subarray(at, at + length);
        at += length + next(STREAM_END, text, at + length)[0].length;
      }
      if (number < last.size) {
        requireSame(said, text.slice(0, signedEnd), number, last.size);
      } else if (TRAILER.test(said)) {
        trailer = TRAILER.exec(said);
        await requirePlaces(places, trailer, stream);
      } else if (!ADDED.some(shape => shape.test(said))) {
        throw new Changed(`What is called ${number} was added`);
      }
    }
    const [match, told] = next(SECTION_END, text, at);
    at += match.length;
    const [, root, info, id, before] = trailer;
    if (root !== last.root || info !== last.info || id !== last.id || before !== last.place || Number(told) !== place) {
      throw new Changed("It goes on from another page");
    }
    last.place = told;
  }
}

/** What was signed may come again with a stamp among the fields, and with a place for certificates. */
function requireSame(said, signed, number, size) {
  const begins = signed.lastIndexOf(`\n${number} 0 obj\n`) + 1;
  const former = begins > 0 ? flattened(next(OBJECT, signed, begins)[2]) : null;
  const without = said.replace(/ \/DSS \d+ 0 R/, "").replace(/(?<=\/(?:Annots|Fields) \[[\dR ]*) (\d+) 0 R/g,
    (whole, name) => Number(name) < size ? whole : "");
  if (without !== former) {
    throw new Changed(`What is called ${number} is another`);
  }
}

function trailerOf(signed) {
  const trailer = TRAILER.exec(flattened(signed.slice(signed.lastIndexOf("\n<<\n") + 1).split("\nstream")[0]));
  const place = /startxref\n(\d+)\n%%EOF\s*$/.exec(signed);
  if (!trailer || !place) {
    throw new Changed("It does not end as pages do");
  }
  const [, root, info, id, , size] = trailer;
  return { root, info, id, size: Number(size), place: place[1] };
}

/** Readers are sent to where the objects stand that were looked at. */
async function requirePlaces(places, [, , , , , , index, width], stream) {
  if (stream.length > LONGEST_TRAILER) {
    throw new Changed("It names more than was added");
  }
  const unpacked = new Blob([stream]).stream().pipeThrough(new DecompressionStream("deflate"));
  const rows = new Uint8Array(await new Response(unpacked).arrayBuffer());
  const numbers = index.trim().split(" ").map(Number);
  const long = 1 + Number(width);
  let row = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    for (let number = numbers[i]; number < numbers[i] + numbers[i + 1]; number++, row += long) {
      const place = rows.subarray(row + 1, row + long).reduce((sum, byte) => sum * 256 + byte, 0);
      const none = number === 0 && rows[row] === 0;
      if (!none && (rows[row] !== 1 || places.get(number) !== place)) {
        throw new Changed(`What is called ${number} stands elsewhere`);
      }
    }
  }
}

function next(shape, text, at) {
  shape.lastIndex = at;
  const match = shape.exec(text);
  if (!match) {
    throw new Changed(`Nothing that the platform writes stands at ${at}`);
  }
  return match;
}

function flattened(written) {
  return written.replace(/[\r\n ]+/g, " ").trim();
}

// DER (X.690), as far as signatures and certificates are written in it

function read(bytes, at = 0) {
  let length = bytes[at + 1];
  let start = at + 2;
  if (length > 0x80) {
    const digits = length - 0x80;
    length = bytes.subarray(start, start + digits).reduce((sum, byte) => sum * 256 + byte, 0);
    start += digits;
  }
  if (!(start + length <= bytes.length)) {
    throw new Changed("It is cut short");
  }
  return { tag: bytes[at], value: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}

function children(node) {
  const found = [];
  for (let at = 0; at < node.value.length; at += found.at(-1).whole.length) {
    found.push(read(node.value, at));
  }
  return found;
}

function oid(node) {
  const numbers = [0];
  for (const byte of node.value) {
    numbers.push(numbers.pop() * 128 + (byte & 0x7F), ...byte < 0x80 ? [0] : []);
  }
  const [first, ...others] = numbers.slice(0, -1);
  return [Math.min(2, Math.floor(first / 40)), first - 40 * Math.min(2, Math.floor(first / 40)), ...others].join(".");
}

function same(some, others) {
  return some.length === others.length && some.every((byte, i) => byte === others[i]);
}

function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}

function unhex(held) {
  return Uint8Array.from(held.slice(1, -1).match(/../g), digits => parseInt(digits, 16));
}
