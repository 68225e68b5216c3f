async function calls(value, a, b, element, list, text, work) {
  // ruleid: argument-misplaced
  setTimeout(work, 100);
  // ruleid: argument-misplaced
  JSON.stringify(value, null, 2);
  // ruleid: argument-misplaced
  await Promise.all([a(), b()]);
  // ruleid: argument-misplaced
  text.padStart(2, "0");
  // ok: argument-misplaced
  setTimeout(work, 100);
  // ok: argument-misplaced
  JSON.stringify(value, null, 2);
  // ok: argument-misplaced
  JSON.stringify(value, ["name"]);
  // ok: argument-misplaced
  await Promise.all([a(), b()]);
  // ok: argument-misplaced
  text.padStart(2, "0");
  // ok: argument-misplaced
  list.reduce((sum, each) => sum + each, 0);
  // ok: argument-misplaced
  element.addEventListener("click", () => work());
  // ok: argument-misplaced
  text.replaceAll("a", "b");
  // ok: argument-misplaced
  a().catch(work);
}

function more(element, list, text, work) {
  // ruleid: argument-misplaced
  element.addEventListener(() => work(), "click");
  // ruleid: argument-misplaced
  list.reduce(0, (sum, each) => sum + each);
  // ruleid: argument-misplaced
  text.replaceAll("a");
  // ruleid: argument-misplaced
  text.replace(/a/g);
  // ruleid: argument-misplaced
  work().catch();
}
