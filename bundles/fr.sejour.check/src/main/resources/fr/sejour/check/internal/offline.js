// <sejour-seal-check>: reads the seal of a paper with the camera, from a picture, a PDF or a text, judges it and the signature of the PDF
// on this device, and keeps what it takes to do so without a network. Nothing that is read is sent anywhere.

const PAGE = "/check/offline";
const KEPT = "sejour-seal-page";
const KNOWN = "sejour-seal-known";
const SEAL_KEYS = "/api/v1/seal-keys";
const LIST_KEYS = "/api/v1/signature-keys";
const LISTS = "/api/v1/status-lists";
const AUTHORITY = "/api/v1/paper-authority/certificate";
/** RFC 2585, 4: one certificate, in DER. */
const CERTIFICATE = "application/pkix-cert";
/** How old what is known may be before it is asked for again, when there is a network. */
const FRESH = 60 * 1000;
const PATIENCE = 8000;
const LOOK_EVERY = 200;
const MOST_PAGES = 5;
/** What such a paper says of rights allows nothing any more, and is not repeated. */
const OVER = new Set(["expired", "revoked", "replaced"]);
/** A file with such a signature is no proof of anything, whatever its seal says. */
const REFUSED = new Set(["changed", "other-signer"]);

class SealCheck extends HTMLElement {
  connectedCallback() {
    this.words = new Map([...document.getElementById("seal-words").content.children]
      .map(word => [word.dataset.key, word.textContent]));
    this.find = name => this.querySelector(`[data-part="${name}"]`);
    this.find("tools").hidden = false;
    this.find("camera").addEventListener("click", () => this.stream ? this.stopCamera() : this.startCamera());
    this.find("file").addEventListener("change", event => this.readFile(event.target));
    this.find("typed").addEventListener("submit", event => {
      event.preventDefault();
      this.judge(this.find("text").value);
    });
    this.find("refresh").addEventListener("click", () => this.refresh(true));
    addEventListener("online", () => this.refresh(false));
    addEventListener("pagehide", () => this.stopCamera());
    this.ready = this.prepare();
  }

  say(key) {
    return this.words.get(key) ?? key;
  }

  // what this device knows

  async prepare() {
    await this.refresh(false);
    if ("serviceWorker" in navigator) {
      try {
        await navigator.serviceWorker.register(this.dataset.worker, { scope: PAGE });
        await this.keepPage();
      } catch (notKept) {
        // without it the page still reads while it is open
        console.warn(notKept);
      }
    }
  }

  /** The page, as somebody who is not signed in gets it, and its files. */
  async keepPage() {
    const kept = await caches.open(KEPT);
    const own = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=manifest]")].map(link => link.href);
    const files = [...own, ...Object.keys(this.dataset).filter(name => name.startsWith("file")).map(name => this.dataset[name])];
    const here = `${PAGE}?lang=${document.documentElement.lang}&in=${this.dataset.language}`;
    const page = await fetch(here, { credentials: "omit" });
    if (page.ok) {
      await kept.put(PAGE, page.clone());
      await kept.put(location.href, page.clone());
      await kept.put(here, page);
      for (const file of files) {
        if (!await kept.match(file)) {
          await kept.add(file);
        }
      }
      const wanted = new Set(files.map(file => new URL(file, location.href).href));
      for (const old of await kept.keys()) {
        if (new URL(old.url).pathname.startsWith("/ui/") && !wanted.has(old.url)) {
          await kept.delete(old);
        }
      }
    }
    this.setAttribute("ready", "");
    this.find("ready").hidden = false;
  }

  /** Asks for keys and lists; either all of them are kept, or those from before stay. An older list does not take the place of a newer one. */
  async refresh(asked) {
    const now = Date.now();
    if (!asked && this.refreshedAt && now - this.refreshedAt < FRESH) {
      return;
    }
    try {
      const [sealKeys, listKeys, index, authority] =
        await Promise.all([...[SEAL_KEYS, LIST_KEYS, LISTS].map(fetched), answered(AUTHORITY)]);
      const lists = (await index.clone().json()).status_lists;
      const bodies = await Promise.all(lists.map(fetched));
      const known = await caches.open(KNOWN);
      const { newer } = await import(this.dataset.fileCheck);
      const { keys } = await listKeys.clone().json();
      const tokens = await Promise.all(lists.map(async (list, i) =>
        newer(await (await known.match(list))?.text(), await bodies[i].text(), keys, new Date(now))));
      await Promise.all([known.put(SEAL_KEYS, sealKeys), known.put(LIST_KEYS, listKeys), known.put(LISTS, index),
        ...lists.map((list, i) => known.put(list, new Response(tokens[i]))), keepAuthority(known, authority)]);
      this.refreshedAt = now;
      this.tell(asked ? "known.refreshed" : "");
    } catch (noNetwork) {
      this.tell(asked ? "known.failed" : "");
    }
    await this.showKnown();
  }

  async authority() {
    const kept = await (await caches.open(KNOWN)).match(AUTHORITY);
    return kept ? new Uint8Array(await kept.arrayBuffer()) : null;
  }

  async known() {
    const known = await caches.open(KNOWN);
    const read = async path => (await known.match(path))?.json();
    const index = await read(LISTS);
    const lists = [];
    for (const list of index?.status_lists ?? []) {
      const kept = await known.match(list);
      if (kept) {
        lists.push(await kept.text());
      }
    }
    return { keys: (await read(SEAL_KEYS))?.keys ?? [], listKeys: (await read(LIST_KEYS))?.keys ?? [], lists };
  }

  async showKnown() {
    const { keys, lists } = await this.known();
    this.find("none").hidden = keys.length > 0;
    this.find("facts").hidden = keys.length === 0;
    this.find("keys").textContent = keys.map(key => key.kid).join(", ");
    const claims = lists.map(claimsOf).filter(Boolean).sort((a, b) => a.iat - b.iat)[0];
    this.find("listed").textContent = claims ? this.moment(new Date(claims.iat * 1000)) : "–";
    this.find("until").textContent = claims ? this.moment(new Date(claims.exp * 1000)) : "–";
  }

  // reading

  async startCamera() {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia(
        { audio: false, video: { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } } });
    } catch (refused) {
      this.tell("camera.refused");
      return;
    }
    const video = this.find("view");
    video.srcObject = this.stream;
    this.find("viewfinder").hidden = false;
    this.find("camera").textContent = this.say("camera.stop");
    this.tell("camera.about");
    await video.play();
    const stream = this.stream;
    while (this.stream === stream) {
      const seal = video.videoWidth > 0 ? await this.decode(pixels(video, video.videoWidth, video.videoHeight)) : null;
      if (this.stream !== stream) {
        return;
      }
      if (seal) {
        this.stopCamera();
        await this.judge(seal);
        return;
      }
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY));
    }
  }

  stopCamera() {
    this.stream?.getTracks().forEach(track => track.stop());
    this.stream = null;
    this.find("view").srcObject = null;
    this.find("viewfinder").hidden = true;
    this.find("camera").textContent = this.say("camera");
    this.tell("");
  }

  async readFile(input) {
    const file = input.files[0];
    if (!file) {
      return;
    }
    this.tell("reading");
    this.clear();
    let seal = null;
    let signature = null;
    try {
      if (file.type === "application/pdf" || /\.pdf$/i.test(file.name)) {
        const pdf = await file.arrayBuffer();
        // what is known of the platform now, if it answers
        await this.refresh(false);
        this.tell("reading");
        const { signatureOf } = await import(this.dataset.fileSignature);
        signature = await signatureOf(new Uint8Array(pdf), await this.authority());
        seal = REFUSED.has(signature) ? null : await this.ofPdf(pdf);
      } else {
        seal = await this.ofPicture(file);
      }
    } catch (unreadable) {
      console.warn(unreadable);
      this.tell(unreadable instanceof NoDecoder ? "no-decoder" : "unreadable-file");
      return;
    }
    if (REFUSED.has(signature)) {
      this.refuse(signature);
    } else if (seal) {
      await this.judge(seal, signature);
    } else {
      this.tell("not-found");
    }
    // the same file may be chosen again
    input.value = "";
  }

  async ofPicture(file) {
    const picture = await createImageBitmap(file);
    for (const longest of [2000, 4000, 1000]) {
      const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
      const seal = await this.decode(pixels(picture, Math.round(picture.width * scale), Math.round(picture.height * scale)));
      if (seal) {
        return seal;
      }
    }
    return null;
  }

  async ofPdf(data) {
    const pdf = await import(this.dataset.filePdf);
    pdf.GlobalWorkerOptions.workerSrc = this.dataset.filePdfWorker;
    const task = pdf.getDocument({ data, isEvalSupported: false, disableFontFace: true, useWasm: false, enableXfa: false });
    try {
      const document = await task.promise;
      for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
        const page = await document.getPage(number);
        for (const dots of [200, 300, 150]) {
          const viewport = page.getViewport({ scale: dots / 72 });
          const canvas = canvasOf(Math.round(viewport.width), Math.round(viewport.height));
          await page.render({ canvas, canvasContext: canvas.getContext("2d"), viewport }).promise;
          const seal = await this.decode(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height));
          if (seal) {
            return seal;
          }
        }
      }
      return null;
    } finally {
      await task.destroy();
    }
  }

  /** The first seal of a picture, or the first Data Matrix when none of them is one. */
  async decode(picture) {
    this.decoder ??= decoder(this.dataset.fileDecoder, this.dataset.fileDecoderWasm);
    const reader = await this.decoder.catch(failed => {
      this.decoder = null;
      throw new NoDecoder(failed);
    });
    const squares = await reader.readBarcodes(picture, { formats: ["DataMatrix"], tryHarder: true, maxNumberOfSymbols: 4 });
    // its bytes, because the words of a square have no separators
    const texts = squares.filter(it => it.isValid).map(it => new TextDecoder("latin1").decode(it.bytes));
    return texts.find(text => text.startsWith("DC0")) ?? texts[0] ?? null;
  }

  // judging and showing

  /** @param signature what that of the PDF proves, when there is one: then what is known was asked for just now */
  async judge(text, signature) {
    this.tell("reading");
    if (!signature) {
      await this.refresh(false);
    }
    const now = new Date();
    // by its own address, which changes with its bytes
    const { check } = await import(this.dataset.fileCheck);
    const answer = await check(text, await this.known(), { now, today: dayOf(now) });
    this.tell("");
    this.show(answer, now, signature);
  }

  clear() {
    this.find("result").replaceChildren();
    delete this.dataset.answer;
  }

  /** Whatever the seal says: what stands around it is not what was issued. */
  refuse(signature) {
    this.tell("");
    this.present(`signature-${signature}`, this.headed("no", `signature.${signature}`, "refused"));
  }

  headed(tone, said, next) {
    const heading = element("h2", this.say("result"));
    heading.tabIndex = -1;
    const panel = element("div", null, `panel panel-${tone}`);
    panel.append(element("p", this.say(said), "answer"), element("p", this.say(next)));
    return [heading, panel];
  }

  present(answer, parts) {
    this.find("result").replaceChildren(...parts);
    this.dataset.answer = answer;
    parts[0].focus();
  }

  show(answer, now, signature) {
    const { code, trust, paper } = answer;
    const filing = code === "valid" && paper.kind === "attestation-de-depot";
    const said = filing ? "filing-only" : code;
    const tone = filing || trust === "in-doubt" ? "open" : trust === "relied-on" ? "yes" : "no";
    const parts = this.headed(tone, `answer.${said}`, `next.${said}`);
    if (paper) {
      const facts = element("dl", null, "facts");
      const name = [paper.givenNames, paper.familyName].map(it => it.letters + (it.whole ? "" : "…")).join(" ");
      const cut = [paper.givenNames, paper.familyName].some(it => !it.whole);
      this.fact(facts, "paper", this.say(`paper.${paper.kind}`));
      this.fact(facts, "number", paper.number, "code");
      this.fact(facts, "holder", cut ? `${name} (${this.say("cut")})` : name);
      this.fact(facts, "birth-date", this.day(paper.birthDate));
      this.fact(facts, "permit", paper.permit.letters + (paper.permit.whole ? "" : "…"));
      this.fact(facts, "first-day", this.day(paper.firstDay));
      this.fact(facts, "last-day", paper.lastDay ? this.day(paper.lastDay) : this.say("open-end"));
      parts.push(element("p", this.say("compare"), "panel"), facts);
      if (!OVER.has(code)) {
        parts.push(this.rights(paper.rights));
      }
      if (signature) {
        parts.push(element("p", this.say(`signature.${signature}`), signature === "intact" ? null : "panel panel-open"));
      }
    }
    const when = element("dl", null, "facts");
    if (answer.listedAt) {
      this.fact(when, "listed", `${this.moment(answer.listedAt)}. ${this.say("listed.about")}`);
    }
    if (answer.goodUntil) {
      this.fact(when, "known.until", this.moment(answer.goodUntil));
    }
    this.fact(when, "clock", this.moment(now));
    parts.push(when);
    this.present(code, parts);
  }

  rights(rights) {
    const section = element("section", null, "card");
    const list = element("ul");
    for (const right of ["work", "stay", "travel", "social"]) {
      const item = element("li");
      item.append(
        element("strong", this.say(`right.name.${right}`)), element("br"), this.right(right, rights[right], ""));
      if (right === "work" && this.dataset.language !== "fr") {
        const mention = element("q", this.right(right, rights[right], "fr."));
        mention.lang = "fr";
        mention.dir = "ltr";
        item.append(element("br"), `${this.say("in-french")} `, mention);
      }
      list.append(item);
    }
    section.append(element("h3", this.say("rights")), list);
    return section;
  }

  /** The hours of a year stand in a sentence of 964. */
  right(name, letters, language) {
    const hours = name === "work" && letters.startsWith("H") ? letters.slice(1) : null;
    const sentence = this.say(`right.${language}${name}.${hours ? "H" : letters}`);
    return hours ? sentence.replace("964", hours) : sentence;
  }

  fact(list, key, value, style) {
    const row = element("div");
    const said = element("bdi", value, style);
    const description = element("dd");
    description.append(said);
    row.append(element("dt", this.say(key)), description);
    list.append(row);
  }

  tell(key) {
    const status = this.find("status");
    status.textContent = key ? this.say(key) : "";
    status.dataset.said = key;
  }

  day(iso) {
    return new Intl.DateTimeFormat(this.locale(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
  }

  moment(date) {
    return new Intl.DateTimeFormat(this.locale(), { dateStyle: "long", timeStyle: "short" }).format(date);
  }

  locale() {
    return this.dataset.language === "ar" ? "ar-u-nu-latn" : this.dataset.language === "en" ? "en-GB" : this.dataset.language;
  }
}

/** There is no WebAssembly, or it was not kept. */
class NoDecoder extends Error {}

function answered(path) {
  return fetch(path, { credentials: "omit", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
}

/** Who signs with a key that somebody else certifies publishes no authority. One that is away for now takes nothing away. */
async function keepAuthority(known, answer) {
  if (answer.ok && answer.headers.get("Content-Type") === CERTIFICATE) {
    await known.put(AUTHORITY, answer);
  } else if (answer.status === 404) {
    await known.delete(AUTHORITY);
  }
}

async function fetched(path) {
  const answer = await answered(path);
  if (!answer.ok) {
    throw new Error(`${path} answers ${answer.status}`);
  }
  return answer;
}

function claimsOf(token) {
  try {
    return JSON.parse(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
  } catch (noToken) {
    return null;
  }
}

function decoder(script, wasm) {
  return new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    tag.src = script;
    tag.onload = () => resolve(tag);
    tag.onerror = () => reject(new Error(script));
    document.head.append(tag);
  }).then(async () => {
    await globalThis.ZXingWASM.prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
    return globalThis.ZXingWASM;
  });
}

function canvasOf(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function pixels(source, width, height) {
  const context = canvasOf(width, height).getContext("2d", { willReadFrequently: true });
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

function element(name, text, style) {
  const made = document.createElement(name);
  if (text) {
    made.textContent = text;
  }
  if (style) {
    made.className = style;
  }
  return made;
}

/** The day of the place where this device is. */
function dayOf(date) {
  const two = number => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

customElements.define("sejour-seal-check", SealCheck);
