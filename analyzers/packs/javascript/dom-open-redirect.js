const next = new URLSearchParams(window.location.search).get("next");
// ruleid: dom-open-redirect
window.location = next;
// ruleid: dom-open-redirect
location.replace(decodeURIComponent(location.hash.slice(1)));
// ok: dom-open-redirect
window.location = "/home";
// ok: dom-open-redirect
location.href = "/search?q=" + encodeURIComponent(next);

function parsed(location) {
  // ok: dom-open-redirect
  location = location || next;
  return new URL(location);
}

class Page {
  leave() {
    // ruleid: dom-open-redirect
    this.document.location.href = this.activated.snapshot.queryParamMap.get("to");
  }
}

function place() {
  // ok: dom-open-redirect
  var location = document.location || window.location;
  return location.protocol;
}

function jump() {
  const id = location.hash.slice(1);
  // ok: dom-open-redirect
  location.replace(new URL(`#${id}`, location.href));
  // ok: dom-open-redirect
  location.href = "?tab=" + location.hash.slice(1);
  // ruleid: dom-open-redirect
  location.replace(new URL(id, location.href));
}

shop.controller("Leave", function ($location, $window) {
  // ruleid: dom-open-redirect
  $window.location.href = $location.search().next;
});

function filtered(section) {
  const router = useRouter();
  const parameters = new URLSearchParams(window.location.search);
  // ok: dom-open-redirect
  router.replace({ query: { section: parameters.get("section") } });
  // ruleid: dom-open-redirect
  router.replace(parameters.get("next"));
}
