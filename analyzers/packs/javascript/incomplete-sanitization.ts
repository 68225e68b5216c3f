export function strip(html: string, name: string) {
  // ruleid: incomplete-sanitization
  const one = html.replace(/<script>.*<\/script>/gi, "");
  // ruleid: incomplete-sanitization
  const two = html.replace(/<script\b[^<]*(?:(?!<\/script>)<[^<]*)*<\/script>/gi, "");
  // ruleid: incomplete-sanitization
  const three = html.replaceAll("<script>", "").trim();
  // ruleid: incomplete-sanitization
  const four = html.replace(/javascript:/gi, "");
  // ruleid: incomplete-sanitization
  const five = html.replace(/on\w+=/g, "");
  // ruleid: incomplete-sanitization
  const six = name.replace("../", "");
  // ruleid: incomplete-sanitization
  const seven = name.replace(/\.\.\//g, "");
  // ok: incomplete-sanitization
  const eight = html.replace(/</g, "&lt;");
  // ok: incomplete-sanitization
  const nine = html.replace(/\s+/g, "");
  // ok: incomplete-sanitization
  const ten = name.replace(/^\.\//, "");
  // ok: incomplete-sanitization
  const eleven = name.replace(/[^a-z0-9]/g, "");
  return [one, two, three, four, five, six, seven, eight, nine, ten, eleven];
}
