// Reads the packed numbers of the index: which articles have a word, and where in them it stands.

/** How many steps of fitting there are. */
export const steps = 8;

/** Whole numbers as the generator packs them (LEB128). */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let number = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = this.bytes[this.at++];
      number += (next & 127) * factor;
      if (next < 128) return number;
    }
  }

  list() {
    return Array.from({ length: this.number() }, () => this.number());
  }
}

/** Goes through the articles, or the quotations, that have a word, with how well each fits. */
export function each(posting, what, visit) {
  const reader = new Reader(posting.bytes, what === 'articles' ? posting.at : posting.at + posting.length);
  for (let number = -1, left = posting[what]; left > 0; left--) {
    const next = reader.number();
    number += what === 'articles' ? Math.floor(next / steps) : next;
    visit(number, what === 'articles' ? next % steps : 3);
  }
}

/** From how many of the lists of places one can take a place so that all lie within a width. */
export function mostWithin(width, lists) {
  // A place and the list it is from as one number: thousands of articles are gone through at each key.
  let count = 0;
  for (const places of lists) count += places.length;
  const all = new Float64Array(count);
  lists.forEach((places, list) => { for (const place of places) all[--count] = place * lists.length + list; });
  all.sort();
  const often = new Uint16Array(lists.length);
  let [most, within, first] = [0, 0, 0];
  for (const one of all) {
    if (often[one % lists.length]++ === 0) within++;
    while (all[first] < one - one % lists.length - width * lists.length) if (--often[all[first++] % lists.length] === 0) within--;
    if (within > most) most = within;
  }
  return most;
}
