function link(element, name) {
  // ruleid: javascript-address-built
  element.href = "javascript:open('" + name + "')";
  // ruleid: javascript-address-built
  element.setAttribute("href", `javascript:open('${name}')`);
  // ok: javascript-address-built
  element.href = "javascript:void(0)";
  // ok: javascript-address-built
  element.href = "/open/" + encodeURIComponent(name);
}

// ruleid: javascript-address-built
const shown = <a href={"javascript:" + code}>run</a>;
// ok: javascript-address-built
const home = <a href="/home">home</a>;
