function link(element, name) {
  // ruleid: script-url
  element.href = "javascript:open('" + name + "')";
  // ruleid: script-url
  element.setAttribute("href", `javascript:open('${name}')`);
  // ok: script-url
  element.href = "javascript:void(0)";
  // ok: script-url
  element.href = "/open/" + encodeURIComponent(name);
}

// ruleid: script-url
const shown = <a href={"javascript:" + code}>run</a>;
// ok: script-url
const home = <a href="/home">home</a>;
