// Finds a commune while its name or postcode is typed. Without this script the form asks the server and shows the places to
// pick from; with it they stand below the field at once, for the keyboard (arrows, Enter, Escape) and for screen readers alike.

const PLACES = 8;
const PAUSE = 200;

class CommuneSearch extends HTMLElement {
  #input;
  #list;
  #said;
  #code;
  #places = [];
  #at = -1;
  #pause;
  #asked = 0;

  connectedCallback() {
    this.#input = this.querySelector('input[name="place"]');
    if (!this.#input || this.#list) {
      return;
    }
    this.#input.setAttribute('role', 'combobox');
    this.#input.setAttribute('aria-autocomplete', 'list');
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.setAttribute('aria-controls', 'place-list');
    this.#list = document.createElement('ul');
    this.#list.id = 'place-list';
    this.#list.className = 'suggestions';
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', document.querySelector('label[for="place"]').textContent);
    this.#list.hidden = true;
    this.#said = document.createElement('p');
    this.#said.className = 'soft';
    this.#said.setAttribute('role', 'status');
    this.#input.after(this.#list, this.#said);
    this.#input.addEventListener('input', () => this.#later());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('blur', () => this.#close());
  }

  #later() {
    this.#code?.remove();
    this.#code = undefined;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#search(), PAUSE);
  }

  async #search() {
    const typed = this.#input.value.trim();
    const asked = ++this.#asked;
    if (typed.length < 2) {
      this.#close();
      this.#said.textContent = '';
      return;
    }
    try {
      const query = new URLSearchParams({search: typed.slice(0, 100), limit: PLACES});
      const answer = await fetch('/api/v1/communes?' + query, {headers: {Accept: 'application/json'}});
      if (answer.ok && asked === this.#asked) {
        this.#show((await answer.json()).communes);
      }
    } catch {
      // away for a moment: the button below the field asks the server all the same
    }
  }

  #show(places) {
    this.#places = places;
    this.#at = -1;
    this.#list.replaceChildren(...places.map((place, at) => this.#option(place, at)));
    const some = places.length > 0;
    this.#list.hidden = !some;
    this.#input.setAttribute('aria-expanded', String(some));
    this.#input.removeAttribute('aria-activedescendant');
    this.#said.textContent = some ? this.dataset.some.replace('#', places.length) : this.dataset.none;
  }

  #option(place, at) {
    const option = document.createElement('li');
    option.id = 'place-' + at;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.textContent = name(place);
    const codes = document.createElement('span');
    codes.className = 'soft';
    codes.textContent = ' ' + place.postcodes.slice(0, 6).join(', ');
    option.append(codes);
    // before the field loses the focus
    option.addEventListener('mousedown', (event) => {
      event.preventDefault();
      this.#pick(at);
    });
    return option;
  }

  #key(event) {
    if (this.#list.hidden) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#go((this.#at + step + this.#places.length) % this.#places.length);
    } else if (event.key === 'Enter' && this.#at >= 0) {
      event.preventDefault();
      this.#pick(this.#at);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
    }
  }

  #go(at) {
    this.#at = at;
    [...this.#list.children].forEach((option, place) => {
      option.setAttribute('aria-selected', String(place === at));
    });
    this.#input.setAttribute('aria-activedescendant', 'place-' + at);
    this.#list.children[at].scrollIntoView({block: 'nearest'});
  }

  #pick(at) {
    const place = this.#places[at];
    this.#input.value = name(place);
    this.querySelectorAll('[name="commune"]').forEach((choice) => (choice.closest('.field') ?? choice).remove());
    this.#code = document.createElement('input');
    this.#code.type = 'hidden';
    this.#code.name = 'commune';
    this.#code.value = place.code;
    this.append(this.#code);
    this.#close();
    this.#said.textContent = this.dataset.picked.replace('#', name(place));
  }

  #close() {
    this.#asked++;
    this.#list.hidden = true;
    this.#at = -1;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }
}

function name(place) {
  const part = place.name === place.partOfName || place.kind === 'arrondissement' ? '' : place.partOfName + ', ';
  return `${place.name} (${part}${place.prefecture})`;
}

customElements.define('commune-search', CommuneSearch);
