export function strip(html: string, name: string) {
  // ruleid: filter-by-replacing
  const one = html.replace(/<script>.*<\/script>/gi, "");
  // ruleid: filter-by-replacing
  const two = html.replace(/<script\b[^<]*(?:(?!<\/script>)<[^<]*)*<\/script>/gi, "");
  // ruleid: filter-by-replacing
  const three = html.replaceAll("<script>", "").trim();
  // ruleid: filter-by-replacing
  const four = html.replace(/javascript:/gi, "");
  // ruleid: filter-by-replacing
  const five = html.replace(/on\w+=/g, "");
  // ruleid: filter-by-replacing
  const six = name.replace("../", "");
  // ruleid: filter-by-replacing
  const seven = name.replace(/\.\.\//g, "");
  // ok: filter-by-replacing
  const eight = html.replace(/</g, "&lt;");
  // ok: filter-by-replacing
  const nine = html.replace(/\s+/g, "");
  // ok: filter-by-replacing
  const ten = name.replace(/^\.\//, "");
  // ok: filter-by-replacing
  const eleven = name.replace(/[^a-z0-9]/g, "");
  return [one, two, three, four, five, six, seven, eight, nine, ten, eleven];
}
