// <sejour-upload>: sends the file of the form inside it in parts, by the tus protocol 1.0, shows how far it has come, goes on after
// a cut and remembers an upload in case the page is closed. Without it the form inside is sent as a form.
const PART = 1024 * 1024;
const PAUSES = [1000, 2000, 5000, 10000, 20000];

class Upload extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.input = this.querySelector("input[type=file]");
    if (!this.form || !this.input) {
      return;
    }
    this.bar = document.createElement("progress");
    this.bar.max = 100;
    this.bar.setAttribute("aria-label", this.dataset.progress);
    this.status = document.createElement("p");
    this.status.setAttribute("role", "status");
    this.form.append(this.status);
    this.form.addEventListener("submit", event => {
      if (this.input.files.length === 1) {
        event.preventDefault();
        this.send(this.input.files[0]);
      }
    });
  }

  async send(file) {
    if (this.sending) {
      return;
    }
    this.sending = true;
    this.form.append(this.bar);
    const memory = `sejour-upload ${this.dataset.to} ${file.name} ${file.size} ${file.lastModified}`;
    for (let attempt = 0; ; attempt++) {
      try {
        await this.sendOn(file, memory, () => { attempt = 0; });
        localStorage.removeItem(memory);
        location.assign(this.dataset.done);
        return;
      } catch (refused) {
        if (refused instanceof Refusal) {
          // the page says why, what to do, and gives the receipt of the attempt; the file has been sent once and is not sent again
          localStorage.removeItem(memory);
          if (refused.why) {
            const said = new URLSearchParams({ refused: refused.why, attempt: refused.receipt });
            location.assign(`${this.dataset.refused}?${said}`);
          } else {
            this.stop(this.dataset.failed);
          }
          return;
        }
        if (attempt === PAUSES.length) {
          this.stop(this.dataset.failed);
          return;
        }
        this.status.textContent = this.dataset.again;
        await new Promise(resolve => setTimeout(resolve, PAUSES[attempt]));
      }
    }
  }

  async sendOn(file, memory, went) {
    let at = localStorage.getItem(memory);
    let offset = 0;
    if (at) {
      const look = await this.ask(at, { method: "HEAD" });
      if (look.ok) {
        offset = Number(look.headers.get("Upload-Offset"));
      } else if (look.status < 500) {
        at = null;
      } else {
        throw new Error("busy");
      }
    }
    if (!at) {
      const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)));
      const begun = await this.ask(this.dataset.to, {
        method: "POST",
        headers: { "Upload-Length": String(file.size), "Upload-Metadata": `filename ${name}` },
      });
      await this.check(begun);
      at = begun.headers.get("Location");
      localStorage.setItem(memory, at);
    }
    do {
      this.show(offset, file.size);
      const part = await this.ask(at, {
        method: "PATCH",
        headers: { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" },
        body: file.slice(offset, offset + PART),
      });
      if (part.status === 409 && (await part.clone().json()).type === "/problems/upload-elsewhere") {
        throw new Error("elsewhere");
      }
      await this.check(part);
      offset = Number(part.headers.get("Upload-Offset"));
      went();
    } while (offset < file.size);
    this.show(offset, file.size);
  }

  ask(address, request) {
    const headers = { "Tus-Resumable": "1.0.0", "Accept-Language": document.documentElement.lang, ...request.headers };
    return fetch(address, { ...request, headers, credentials: "same-origin" });
  }

  async check(answer) {
    if (answer.ok) {
      return;
    }
    if (answer.status >= 500 && answer.status !== 507 || answer.status === 429) {
      throw new Error("busy");
    }
    throw new Refusal(await answer.json().catch(() => ({})));
  }

  show(offset, size) {
    const percent = size === 0 ? 0 : Math.floor(offset * 100 / size);
    this.bar.value = percent;
    this.status.textContent = `${this.dataset.progress} ${percent}\u00a0%`;
  }

  stop(words) {
    this.sending = false;
    this.bar.remove();
    this.status.textContent = words;
    this.input.focus();
  }
}

class Refusal extends Error {
  constructor(problem) {
    super("refused");
    this.why = (problem.type ?? "").replace("/problems/", "");
    this.receipt = problem.attempt?.number ?? "";
  }
}

customElements.define("sejour-upload", Upload);
