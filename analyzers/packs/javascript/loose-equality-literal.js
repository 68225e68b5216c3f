function decide(answer, list, text) {
  // ruleid: loose-equality-literal
  if (answer == true) return 1;
  // ruleid: loose-equality-literal
  if (answer.value != "") return 2;
  // ruleid: loose-equality-literal
  if (list.length == "0") return 3;
  // ruleid: loose-equality-literal
  if (text.trim() == 0) return 4;
  // ok: loose-equality-literal
  if (answer === true) return 5;
  // ok: loose-equality-literal
  if (answer == null) return 6;
  // ok: loose-equality-literal
  if (list.length == 0) return 7;
  // ok: loose-equality-literal
  if (typeof text == "string") return 8;
  // ok: loose-equality-literal
  return text.trim() == "";
}
