function same(id, params, kind) {
  // ruleid: loose-equality
  if (id == params.id) return 1;
  // ruleid: loose-equality
  if (kind != "user") return 2;
  // ok: loose-equality
  if (id === params.id) return 3;
  // ok: loose-equality
  if (kind == null || undefined != kind) return 4;
  // ok: loose-equality
  return typeof kind == "string";
}
