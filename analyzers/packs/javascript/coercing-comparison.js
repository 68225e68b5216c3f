function decide(answer, list, text) {
  // ruleid: coercing-comparison
  if (answer == true) return 1;
  // ruleid: coercing-comparison
  if (answer.value != "") return 2;
  // ruleid: coercing-comparison
  if (list.length == "0") return 3;
  // ruleid: coercing-comparison
  if (text.trim() == 0) return 4;
  // ok: coercing-comparison
  if (answer === true) return 5;
  // ok: coercing-comparison
  if (answer == null) return 6;
  // ok: coercing-comparison
  if (list.length == 0) return 7;
  // ok: coercing-comparison
  if (typeof text == "string") return 8;
  // ok: coercing-comparison
  return text.trim() == "";
}
