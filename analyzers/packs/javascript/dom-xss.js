const name = new URLSearchParams(location.search).get("name");
// ruleid: dom-xss
document.getElementById("name").innerHTML = name;
// ruleid: dom-xss
document.write("<p>" + location.hash + "</p>");
// ruleid: dom-xss
$("#list").append("<li>" + name + "</li>");
// ok: dom-xss
document.getElementById("name").textContent = name;
// ok: dom-xss
document.getElementById("name").innerHTML = DOMPurify.sanitize(name);
// ok: dom-xss
$("#list").text(name);
document.name = location.hash;
// ok: dom-xss
$(document).ready(() => {});

function attach(box) {
  const listener = (event) => {
    // ruleid: dom-xss
    box.innerHTML = event.data.html;
  };
  window.addEventListener("message", listener);
}

window.addEventListener("message", received, false);

function received(message) {
  // ruleid: dom-xss
  document.body.innerHTML = message.data;
}

function clicked(event) {
  // ok: dom-xss
  document.body.innerHTML = event.data;
}

function restore(link) {
  // ok: dom-xss
  const state = localStorage.getItem($(link).attr("id"));
  // ruleid: dom-xss
  document.body.innerHTML = localStorage.getItem("page");
  return state;
}

const query = new URLSearchParams(location.search);
// ruleid: dom-xss
$("#link").attr("href", query.get("href"));
// ruleid: dom-xss
$("#frame").prop("src", query.get("frame"));
// ruleid: dom-xss
$("#link").attr({ href: query.get("href"), title: "x" });
// ok: dom-xss
$("#link").attr("title", query.get("title"));
// ok: dom-xss
$("img.avatar").attr("src", query.get("avatar"));

$.fn.banner = function () {
  // ruleid: dom-xss
  return this.html("<div>" + location.hash + "</div>");
};

export function Shown() {
  const [note, setNote] = React.useState("");
  React.useEffect(() => setNote(location.hash.slice(1)), []);
  const box = React.useRef();
  // ruleid: dom-xss
  React.useEffect(() => { box.current.innerHTML = note; }, [note]);
  return box;
}

const area = document.querySelector("textarea#editor");
// ruleid: dom-xss
document.querySelector("#preview").innerHTML = area.value;
// ruleid: dom-xss
document.querySelector("#preview").innerHTML = "<p>" + document.getElementById("editor").value + "</p>";
// ok: dom-xss
document.querySelector("#preview").textContent = area.value;

function libraries(map) {
  const name = new URLSearchParams(location.search).get("name");
  // ruleid: dom-xss
  d3.select("#title").html(name);
  // ruleid: dom-xss
  bootbox.alert("Hello " + name);
  // ruleid: dom-xss
  Swal.fire({ title: "Hello", html: "Hello " + name });
  // ruleid: dom-xss
  toastr.info(name);
  // ruleid: dom-xss
  L.marker([1, 2]).bindPopup("<b>" + name + "</b>");
  // ruleid: dom-xss
  new mapboxgl.Popup().setHTML("<b>" + name + "</b>");
  // ruleid: dom-xss
  quill.clipboard.dangerouslyPasteHTML(name);
  // ruleid: dom-xss
  tinymce.activeEditor.setContent(name);
  // ok: dom-xss
  d3.select("#title").text(name);
  // ok: dom-xss
  Swal.fire({ title: "Hello", text: "Hello " + name });
  // ok: dom-xss
  toastr.info(name, "Hello", { escapeHtml: true });
  // ok: dom-xss
  new mapboxgl.Popup().setText(name);
}

async function titles(ctx) {
  const response = await fetch(location.hash.slice(1));
  const $ = cheerio.load(await response.text());
  // ok: dom-xss
  return $(location.hash.slice(1)).text();
}

window.addEventListener("message", (event) => {
  if (event.origin !== "https://widgets.example.com") return;
  // ok: dom-xss
  document.querySelector("#widget").innerHTML = event.data;
});

window.addEventListener("message", (event) => {
  if (event.origin === "https://widgets.example.com") {
    // ok: dom-xss
    document.querySelector("#widget").innerHTML = event.data;
  }
  // ruleid: dom-xss
  document.querySelector("#other").innerHTML = event.data;
});

window.addEventListener("message", (event) => {
  if (!ORIGINS.includes(event.origin)) {
    console.warn("a message of a stranger");
    return;
  }
  // ok: dom-xss
  document.querySelector("#widget").innerHTML = event.data;
});

function described() {
  // ok: dom-xss
  document.body.innerHTML = micromark(location.hash);
  // ruleid: dom-xss
  document.body.innerHTML = micromark(location.hash, { allowDangerousHtml: true });
}

function own() {
  const path = window.location.pathname;
  // ok: dom-xss
  $(".edit").attr("href", `${path}/edit`);
  // ok: dom-xss
  $(".site").attr("href", location.href.substr(0, location.href.indexOf("/", 10)) + "/c/1");
  // ruleid: dom-xss
  $(".next").attr("href", location.hash.slice(1));
}

function again(link) {
  // ok: dom-xss
  link.href = window.location.pathname + window.location.search;
  const next = new URL(link.dataset.next, window.location.origin);
  // ok: dom-xss
  $(".next").attr("href", next.pathname + next.search + location.hash);
  // ruleid: dom-xss
  $(".back").attr("href", location.hash.slice(1) + next.pathname);
}

function showTab() {
  // What begins with `#` is a selector.
  // ok: dom-xss
  $(`${window.location.hash}`).show();
  // ok: dom-xss
  $(location.hash).show();
  const tab = window.location.hash;
  // ok: dom-xss
  $(tab).show();
  // ruleid: dom-xss
  $("<div>" + location.hash).show();
  // ok: dom-xss
  $('a[href$="' + location.hash.slice(1) + '"]').click();
}

function tips(box) {
  // ruleid: dom-xss
  box.innerHTML = $("#name").attr("title");
  // ruleid: dom-xss
  box.innerHTML = "<b>" + $("input").get(0).name + "</b>";
  // ruleid: dom-xss
  box.innerHTML = $("#name").val();
  // ok: dom-xss
  box.textContent = $("#name").attr("title");
  // ok: dom-xss
  box.innerHTML = DOMPurify.sanitize($("#name").attr("title"));
  // ok: dom-xss
  box.innerHTML = $("#name").get(0).innerHTML;
  // ok: dom-xss
  box.className = $("#name").attr("class");
}

function shownAgain() {
  const label = document.querySelector("#label");
  // ruleid: dom-xss
  document.getElementById("out").innerHTML = label.dataset.title;
  // ruleid: dom-xss
  document.getElementById("out").innerHTML = label.getAttribute("title");
  // ruleid: dom-xss
  document.getElementById("out").innerHTML = document.getElementById("label").textContent;
  // ok: dom-xss
  document.getElementById("out").textContent = label.dataset.title;
}
