export function show(element, comment, count) {
  // ruleid: dom-xss-from-parameter
  element.innerHTML = comment.body;
  // ruleid: dom-xss-from-parameter
  element.insertAdjacentHTML("beforeend", `<li>${comment.title}</li>`);
  // ok: dom-xss-from-parameter
  element.textContent = comment.body;
  // ok: dom-xss-from-parameter
  element.innerHTML = DOMPurify.sanitize(comment.body);
  // ok: dom-xss-from-parameter
  element.innerHTML = "<b>" + Number(count) + "</b>";
}

export function Comment({ comment }) {
  // ruleid: dom-xss-from-parameter
  return <p dangerouslySetInnerHTML={{ __html: comment.body }} />;
}

export function Title({ comment }) {
  // ok: dom-xss-from-parameter
  return <p title={comment.title}>{comment.body}</p>;
}

// ruleid: dom-xss-from-parameter
document.getElementById("name").innerHTML = "<b>" + nobodyKnows + "</b>";

const typed = document.querySelector("#name").value;
// ruleid: dom-xss-from-parameter
document.getElementById("greeting").innerHTML = "<h1>" + typed + "</h1>";
// ok: dom-xss-from-parameter
document.getElementById("greeting").textContent = typed;

function download(blob, name, image) {
  const link = document.createElement("a");
  // ok: dom-xss-from-parameter
  link.href = URL.createObjectURL(blob);
  const picture = document.createElement("img");
  // ok: dom-xss-from-parameter
  picture.setAttribute("src", image.address);
  const frame = document.createElement("iframe");
  // ruleid: dom-xss-from-parameter
  frame.setAttribute("src", name);
}

export function Loaded() {
  const { body } = useLoaderData();
  // ruleid: dom-xss-from-parameter
  return <section dangerouslySetInnerHTML={{ __html: body }} />;
}

export function Rendered({ view }) {
  // ruleid: dom-xss-from-parameter
  document.getElementById("t").innerHTML = Mustache.render("{{{name}}}", view);
  // ok: dom-xss-from-parameter
  document.getElementById("t").innerHTML = Mustache.render("{{name}}", view);
}

search.addEventListener("input", (e) => {
  // ruleid: dom-xss-from-parameter
  echo.innerHTML = "You typed " + e.target.value;
  // ok: dom-xss-from-parameter
  echo.textContent = "You typed " + e.target.value;
});

export function Fetched({ id }) {
  const [body, setBody] = useState("");
  useEffect(() => {
    load(id).then((answer) => setBody(answer.data));
  }, [id]);
  // ruleid: dom-xss-from-parameter
  return <main dangerouslySetInnerHTML={{ __html: body }} />;
}

export function Cleaned({ id }) {
  const [body, setBody] = useState("");
  useEffect(() => {
    load(id).then((answer) => setBody(DOMPurify.sanitize(answer.data)));
  }, [id]);
  // ok: dom-xss-from-parameter
  return <main dangerouslySetInnerHTML={{ __html: body }} />;
}
