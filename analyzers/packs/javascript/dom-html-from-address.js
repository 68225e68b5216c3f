const name = new URLSearchParams(location.search).get("name");
// ruleid: dom-html-from-address
document.getElementById("name").innerHTML = name;
// ruleid: dom-html-from-address
document.write("<p>" + location.hash + "</p>");
// ruleid: dom-html-from-address
$("#list").append("<li>" + name + "</li>");
// ok: dom-html-from-address
document.getElementById("name").textContent = name;
// ok: dom-html-from-address
document.getElementById("name").innerHTML = DOMPurify.sanitize(name);
// ok: dom-html-from-address
$("#list").text(name);
document.name = location.hash;
// ok: dom-html-from-address
$(document).ready(() => {});

function attach(box) {
  const listener = (event) => {
    // ruleid: dom-html-from-address
    box.innerHTML = event.data.html;
  };
  window.addEventListener("message", listener);
}

window.addEventListener("message", received, false);

function received(message) {
  // ruleid: dom-html-from-address
  document.body.innerHTML = message.data;
}

function clicked(event) {
  // ok: dom-html-from-address
  document.body.innerHTML = event.data;
}

function restore(link) {
  // ok: dom-html-from-address
  const state = localStorage.getItem($(link).attr("id"));
  // ruleid: dom-html-from-address
  document.body.innerHTML = localStorage.getItem("page");
  return state;
}

const query = new URLSearchParams(location.search);
// ruleid: dom-html-from-address
$("#link").attr("href", query.get("href"));
// ruleid: dom-html-from-address
$("#frame").prop("src", query.get("frame"));
// ruleid: dom-html-from-address
$("#link").attr({ href: query.get("href"), title: "x" });
// ok: dom-html-from-address
$("#link").attr("title", query.get("title"));
// ok: dom-html-from-address
$("img.avatar").attr("src", query.get("avatar"));

$.fn.banner = function () {
  // ruleid: dom-html-from-address
  return this.html("<div>" + location.hash + "</div>");
};

export function Shown() {
  const [note, setNote] = React.useState("");
  React.useEffect(() => setNote(location.hash.slice(1)), []);
  const box = React.useRef();
  // ruleid: dom-html-from-address
  React.useEffect(() => { box.current.innerHTML = note; }, [note]);
  return box;
}

const area = document.querySelector("textarea#editor");
// ruleid: dom-html-from-address
document.querySelector("#preview").innerHTML = area.value;
// ruleid: dom-html-from-address
document.querySelector("#preview").innerHTML = "<p>" + document.getElementById("editor").value + "</p>";
// ok: dom-html-from-address
document.querySelector("#preview").textContent = area.value;

function libraries(map) {
  const name = new URLSearchParams(location.search).get("name");
  // ruleid: dom-html-from-address
  d3.select("#title").html(name);
  // ruleid: dom-html-from-address
  bootbox.alert("Hello " + name);
  // ruleid: dom-html-from-address
  Swal.fire({ title: "Hello", html: "Hello " + name });
  // ruleid: dom-html-from-address
  toastr.info(name);
  // ruleid: dom-html-from-address
  L.marker([1, 2]).bindPopup("<b>" + name + "</b>");
  // ruleid: dom-html-from-address
  new mapboxgl.Popup().setHTML("<b>" + name + "</b>");
  // ruleid: dom-html-from-address
  quill.clipboard.dangerouslyPasteHTML(name);
  // ruleid: dom-html-from-address
  tinymce.activeEditor.setContent(name);
  // ok: dom-html-from-address
  d3.select("#title").text(name);
  // ok: dom-html-from-address
  Swal.fire({ title: "Hello", text: "Hello " + name });
  // ok: dom-html-from-address
  toastr.info(name, "Hello", { escapeHtml: true });
  // ok: dom-html-from-address
  new mapboxgl.Popup().setText(name);
}

async function titles(ctx) {
  const response = await fetch(location.hash.slice(1));
  const $ = cheerio.load(await response.text());
  // ok: dom-html-from-address
  return $(location.hash.slice(1)).text();
}

window.addEventListener("message", (event) => {
  if (event.origin !== "https://widgets.example.com") return;
  // ok: dom-html-from-address
  document.querySelector("#widget").innerHTML = event.data;
});

window.addEventListener("message", (event) => {
  if (event.origin === "https://widgets.example.com") {
    // ok: dom-html-from-address
    document.querySelector("#widget").innerHTML = event.data;
  }
  // ruleid: dom-html-from-address
  document.querySelector("#other").innerHTML = event.data;
});

window.addEventListener("message", (event) => {
  if (!ORIGINS.includes(event.origin)) {
    console.warn("a message of a stranger");
    return;
  }
  // ok: dom-html-from-address
  document.querySelector("#widget").innerHTML = event.data;
});

function described() {
  // ok: dom-html-from-address
  document.body.innerHTML = micromark(location.hash);
  // ruleid: dom-html-from-address
  document.body.innerHTML = micromark(location.hash, { allowDangerousHtml: true });
}
