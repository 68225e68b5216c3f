function page(state, user) {
  // ruleid: unescaped-json-in-script
  const first = `<script>window.state = ${JSON.stringify(state).replace(/</g, "\\u003c")}</script>`;
  // ruleid: unescaped-json-in-script
  const second = "<script>var user = " + JSON.stringify(user).replace(/</g, "\\u003c") + "</script>";
  // ruleid: unescaped-json-in-script
  const third = `<script type="application/json" id="x">${JSON.stringify(state, null, 2).replace(/</g, "\\u003c")}</script>`;
  // ok: unescaped-json-in-script
  const fourth = `<script>window.state = ${JSON.stringify(state).replace(/</g, "\\u003c")}</script>`;
  // ok: unescaped-json-in-script
  const fifth = `<script>window.state = ${serialize(state)}</script>`;
  // ok: unescaped-json-in-script
  const sixth = `<p>${escape(JSON.stringify(state))}</p>`;
  return [first, second, third, fourth, fifth, sixth];
}

app.get("/playground", (req, res) => {
  // ok: unescaped-json-in-script
  res.send(`<script>const endpoint = ${JSON.stringify(this.config.graphQLPath)};</script>`);
});
