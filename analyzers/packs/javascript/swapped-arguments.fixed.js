async function calls(value, a, b, element, list, text, work) {
  // ruleid: swapped-arguments
  setTimeout(work, 100);
  // ruleid: swapped-arguments
  JSON.stringify(value, null, 2);
  // ruleid: swapped-arguments
  await Promise.all([a(), b()]);
  // ruleid: swapped-arguments
  text.padStart(2, "0");
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
  list.reduce((sum, each) => sum + each, 0);
  // ok: swapped-arguments
  element.addEventListener("click", () => work());
  // ok: swapped-arguments
  text.replaceAll("a", "b");
  // ok: swapped-arguments
  a().catch(work);
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
  // ruleid: swapped-arguments
  work().catch();
}
