// The judgement of a seal without a network, as fr.sejour.api.seal.OfflineCheck makes it: both pass the same table of cases.
// Nothing here asks a page, a network or a clock.

const GROUP = "\x1D";
const RECORD = "\x1E";
const LINE = /^(DC04([A-Z0-9]{8})([0-9A-F]{4})([0-9A-F]{4})1301FR([ -~\x1D\x1E]+))\x1F([A-Z2-7]{103})$/;
const LONGEST = 2000;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const WORDS = /^(|[A-Z0-9]+( [A-Z0-9]+)*)$/;
const RIGHTS = /^S([0NPX]) W(0|N|A|E|H[1-9][0-9]{0,3}|L(?:AP|AI|AU|AE|EM|IN|SE|PR|SH|IC|TR|VO)) T([0NPX]) C([0NM])$/;

/** The fields that a paper for a foreigner may carry: the fewest and the most characters of each. */
const FIELDS = {
  "01": [0, Infinity], "02": [0, Infinity], "60": [0, 60], "62": [0, 38], "63": [0, 38], "67": [2, 2], "68": [1, 1],
  "69": [8, 8], "6A": [0, 32], "6C": [2, 2], "6J": [1, 1], "6K": [19, 19], "6L": [8, 8], "6M": [0, 40], "6N": [8, 8],
  "6O": [8, 8], "6P": [0, 40], "6Q": [0, 10], "6U": [0, 38], "6W": [5, 5], "6X": [0, 32], "6Y": [2, 2],
};
const NUMBERED = { 1: "attestation-de-depot", 2: "attestation-de-prolongation", 3: "attestation-de-decision-favorable" };
const NAMED = { RECEPISSE: "recepisse", "PROLONGATION LEGALE": "legal-extension" };

const PER_LIST = 1n << 20n;
const BYTES = Number(PER_LIST) / 4;
const TOKEN = /^(([A-Za-z0-9_-]{1,2000})\.([A-Za-z0-9_-]{1,2000000}))\.([A-Za-z0-9_-]{86})$/;
const SUBJECT = /^\/api\/v1\/status-lists\/(0|[1-9][0-9]{0,9})$/;
/** How far two clocks may be apart that are both right. */
const APART = 5 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;
const STANDS = 0;
const ENDED = 1;
const REPLACED = 3;

const RELIED_ON = "relied-on";
const NOT_RELIED_ON = "not-relied-on";
const IN_DOUBT = "in-doubt";
const TRUST = {
  valid: RELIED_ON,
  "not-yet-valid": NOT_RELIED_ON,
  expired: NOT_RELIED_ON,
  revoked: NOT_RELIED_ON,
  replaced: NOT_RELIED_ON,
  altered: NOT_RELIED_ON,
  "key-not-valid": NOT_RELIED_ON,
};

class NoPaper extends Error {}

/**
 * @param text the seal as it was read, typed or pasted
 * @param known { keys, listKeys, lists }: two arrays of JWK, and tokens, as they were fetched
 * @param at { now: Date, today: "2026-06-20" }: the day of the place where the paper is shown
 * @returns { code, trust, paper, key, sealedOn, listedAt, goodUntil }: what is not known is not there
 */
export async function check(text, known, at) {
  const line = typed(text);
  const answer = await judged(line, known, at);
  return { trust: TRUST[answer.code] ?? IN_DOUBT, ...answer };
}

/**
 * Which of two lists of the same papers to keep: the one fetched, unless the one from before was signed later. What was signed while a
 * clock was ahead is not held against what is signed today.
 * @throws when nobody known signed the one fetched
 */
export async function newer(before, fetched, listKeys, now) {
  const then = before ? await listOf(before, listKeys) : null;
  const today = await listOf(fetched, listKeys);
  if (!today) {
    throw new Error("It is no list of states");
  }
  return then && then.signedAt > today.signedAt && then.signedAt <= now.getTime() ? before : fetched;
}

/** The separators, which no keyboard has, may be written <GS>, <RS> and <US> or as their pictures; a reader may send one at an end. */
function typed(text) {
  return text.replace(/[\r\n\t\p{Cf}]/gu, "").replace(/\p{Zs}/gu, " ").toUpperCase()
    .replace(/<GS>|\u241D/g, GROUP).replace(/<RS>|\u241E/g, RECORD).replace(/<US>|\u241F/g, "\x1F")
    .replace(/^[\s\x1C-\x1F]+|[\s\x1C-\x1F]+$/g, "");
}

async function judged(line, known, at) {
  const read = line.length <= LONGEST ? LINE.exec(line) : null;
  if (!read) {
    return none(line);
  }
  const [, message, id, issued, sealed, fields, signature] = read;
  const named = known.keys.filter(key => key.kid === id);
  if (named.length === 0) {
    return { code: "unknown-key", key: id };
  }
  const bytes = unwritten(signature);
  let signer = null;
  for (const key of named) {
    if (bytes && await verifies(key, message, bytes)) {
      signer = key;
      break;
    }
  }
  if (!signer) {
    return { code: "altered" };
  }
  const sealedOn = counted(sealed);
  if (sealedOn < signer.from || (signer.until && sealedOn > signer.until)) {
    return { code: "key-not-valid", key: id, sealedOn };
  }
  let paper;
  try {
    paper = paperOf(fieldsOf(fields), counted(issued), sealedOn);
  } catch (other) {
    if (other instanceof NoPaper) {
      return none(line);
    }
    throw other;
  }
  return standing(paper, known, at);
}

function none(line) {
  return { code: line.startsWith("DC0") ? "unreadable" : "not-a-seal" };
}

/** A paper that was ended stays so: an old list is good enough to say it. Only a good one says that a paper stands. */
async function standing(paper, known, at) {
  const number = paper.status / PER_LIST;
  let newest = null;
  let forged = false;
  for (const token of known.lists) {
    const list = await listOf(token, known.listKeys);
    if (!list) {
      forged = true;
    } else if (list.number === number && (!newest || list.signedAt > newest.signedAt)) {
      newest = list;
    }
  }
  const place = Number(paper.status % PER_LIST);
  const state = newest ? newest.states[place >> 2] >> (place % 4 * 2) & 3 : STANDS;
  if (state === ENDED || state === REPLACED) {
    return { code: state === ENDED ? "revoked" : "replaced", paper };
  }
  // a seal names the day of the préfecture, which may be a day ahead of the day here
  const tomorrow = new Date(Date.parse(at.today) + DAY).toISOString().slice(0, 10);
  if (paper.sealedOn > tomorrow || (newest && newest.signedAt > at.now.getTime() + APART)) {
    return { code: "clock-behind", paper };
  }
  if (paper.lastDay && at.today > paper.lastDay) {
    return { code: "expired", paper };
  }
  if (paper.firstDay > at.today) {
    return { code: "not-yet-valid", paper };
  }
  if (!newest) {
    return { code: forged ? "list-forged" : "not-listed", paper };
  }
  if (at.now.getTime() >= newest.goodUntil) {
    return { code: "list-too-old", paper, goodUntil: new Date(newest.goodUntil) };
  }
  return { code: state === STANDS ? "valid" : "suspended", paper, listedAt: new Date(newest.signedAt) };
}

function fieldsOf(message) {
  const fields = {};
  let at = 0;
  while (at < message.length) {
    const id = message.slice(at, at + 2);
    const start = Math.min(at + 2, message.length);
    const bounds = Object.hasOwn(FIELDS, id) ? FIELDS[id] : null;
    if (!bounds || Object.hasOwn(fields, id)) {
      throw new NoPaper();
    }
    const fixed = bounds[0] === bounds[1];
    let end = fixed ? start + bounds[1] : start;
    while (!fixed && end < message.length && message[end] !== GROUP && message[end] !== RECORD) {
      end++;
    }
    const letters = message.slice(start, end).replaceAll("/", " ");
    if (end > message.length || end - start > bounds[1] || !WORDS.test(letters)) {
      throw new NoPaper();
    }
    fields[id] = { letters, whole: fixed || end === message.length || message[end] === GROUP };
    at = fixed ? end : end + 1;
  }
  return fields;
}

function paperOf(fields, issuedOn, sealedOn) {
  const number = shaped(fields["01"], /^(SJ)([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4}) (0|[1-9][0-9]{0,17})$/);
  const kind = fields["6J"] ? NUMBERED[fields["6J"].letters] : NAMED[fields["02"]?.letters];
  if (!kind || !fields["6M"] || !fields["60"] || !fields["62"]) {
    throw new NoPaper();
  }
  const rights = shaped(fields["6P"], RIGHTS);
  return {
    number: number.slice(1, 5).join("-"),
    status: BigInt(number[5]),
    kind,
    issuedOn,
    sealedOn,
    caseNumber: shaped(fields["6K"], /^[0-9]{19}$/)[0],
    filedOn: day(fields["6L"]),
    permit: fields["6M"],
    firstDay: day(fields["6N"]),
    lastDay: fields["6O"] ? day(fields["6O"]) : undefined,
    rights: { stay: rights[1], work: rights[2], travel: rights[3], social: rights[4] },
    foreignerNumber: fields["6Q"] ? shaped(fields["6Q"], /^[0-9]{10}$/)[0] : undefined,
    givenNames: fields["60"],
    familyName: fields["62"],
    nationality: shaped(fields["67"], /^.{2}$/)[0],
    birthDate: day(fields["69"]),
  };
}

function shaped(field, shape) {
  const read = field ? shape.exec(field.letters) : null;
  if (!read) {
    throw new NoPaper();
  }
  return read;
}

function day(field) {
  const [, dd, mm, yyyy] = shaped(field, /^([0-9]{2})([0-9]{2})([0-9]{4})$/);
  const written = `${yyyy}-${mm}-${dd}`;
  const date = new Date(`${written}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written) {
    throw new NoPaper();
  }
  return written;
}

function counted(hexadecimal) {
  return new Date(Date.UTC(2000, 0, 1) + parseInt(hexadecimal, 16) * DAY).toISOString().slice(0, 10);
}

/** The bytes of a signature; nothing when its last letter has bits that no bytes are written with. */
function unwritten(text) {
  const bytes = [];
  let held = 0;
  let bits = 0;
  for (const letter of text) {
    held = (held << 5 | LETTERS.indexOf(letter)) & 0xFFFF;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >> bits & 0xFF);
    }
  }
  return (held & (1 << bits) - 1) === 0 ? new Uint8Array(bytes) : null;
}

async function verifies(jwk, message, signature) {
  try {
    const key = await crypto.subtle.importKey(
      "jwk", { kty: "EC", crv: "P-256", x: jwk.x, y: jwk.y }, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
    return await crypto.subtle.verify(
      { name: "ECDSA", hash: "SHA-256" }, key, signature, new TextEncoder().encode(message));
  } catch (noKey) {
    return false;
  }
}

/** A list as it was signed; nothing when none of the keys signed it, or when it is no list. */
async function listOf(token, keys) {
  const parts = TOKEN.exec(token.trim());
  if (!parts) {
    return null;
  }
  try {
    const header = JSON.parse(new TextDecoder().decode(decoded(parts[2])));
    if (header.typ !== "statuslist+jwt" || header.alg !== "ES256") {
      return null;
    }
    let signed = false;
    for (const key of keys.filter(it => it.kid === header.kid)) {
      signed = signed || await verifies(key, parts[1], decoded(parts[4]));
    }
    if (!signed) {
      return null;
    }
    const claims = JSON.parse(new TextDecoder().decode(decoded(parts[3])));
    const subject = SUBJECT.exec(claims.sub);
    const whole = Number.isInteger(claims.iat) && Number.isInteger(claims.exp);
    const states = await inflated(decoded(claims.status_list.lst));
    if (!subject || !whole || claims.status_list.bits !== 2 || states.length !== BYTES) {
      return null;
    }
    return { number: BigInt(subject[1]), signedAt: claims.iat * 1000, goodUntil: claims.exp * 1000, states };
  } catch (noList) {
    return null;
  }
}

function decoded(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
}

/** A few kilobytes may grow to gigabytes: no more is read than a list has. */
async function inflated(compressed) {
  const reader = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const states = new Uint8Array(BYTES + 1);
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (length + part.value.length > BYTES) {
      await reader.cancel();
      return new Uint8Array(0);
    }
    states.set(part.value, length);
    length += part.value.length;
  }
  return states.slice(0, length);
}
