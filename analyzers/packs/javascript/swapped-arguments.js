async function calls(value, a, b, element, list, text, work) {
  // ruleid: swapped-arguments
  setTimeout(100, work);
  // ruleid: swapped-arguments
  JSON.stringify(value, 2);
  // ruleid: swapped-arguments
  await Promise.all(a(), b());
  // ruleid: swapped-arguments
  text.padStart("0", 2);
  // ok: swapped-arguments
  setTimeout(work, 100);
  // ok: swapped-arguments
  JSON.stringify(value, null, 2);
  // ok: swapped-arguments
  JSON.stringify(value, ["name"]);
  // ok: swapped-arguments
  await Promise.all([a(), b()]);
  // ok: swapped-arguments
  text.padStart(2, "0");
  // ok: swapped-arguments
  _.padEnd("Target", text.length + 2);
  // ok: swapped-arguments
  list.reduce((sum, each) => sum + each, 0);
  // ok: swapped-arguments
  element.addEventListener("click", () => work());
  // ok: swapped-arguments
  text.replaceAll("a", "b");
}

function more(element, list, text, work) {
  // ruleid: swapped-arguments
  element.addEventListener(() => work(), "click");
  // ruleid: swapped-arguments
  list.reduce(0, (sum, each) => sum + each);
  // ruleid: swapped-arguments
  text.replaceAll("a");
  // ruleid: swapped-arguments
  text.replace(/a/g);
  // ok: swapped-arguments
  work().catch();
}

// Own functions that have the names of others
async function given({ setTimeout, padStart, ids, user }, a, b, text, work) {
  // ok: swapped-arguments
  setTimeout(100, work);
  // ok: swapped-arguments
  padStart("0", 2);
  // ok: swapped-arguments
  const [all, race] = await Promise.all([a(), b()], user);
  // ok: swapped-arguments
  await Promise.all(ids.map((id) => a(id)));
  // ok: swapped-arguments
  all(race, all);
  return [all, race];
}

import { padStart } from "lodash";
import strings from "lodash/fp";

// ok: swapped-arguments
console.log(padStart("Target", 20), strings.padEnd("Target", 20));
// ruleid: swapped-arguments
Promise.all(pages, language);
