exports.profile = (req, res) => {
  const user = { name: req.body.name };
  // ruleid: xss
  res.send('<div>' + user.name + '</div>');
};
app.get('/e', function (req, res) {
  try { throw 1 } catch (e) {
    // ruleid: xss
    res.status(500).send(`<pre>${req.originalUrl} failed</pre>`);
  }
});
server.route({ method: 'GET', path: '/', handler: (request, h) => {
  // ruleid: xss
  return '<p>' + request.query.name + '</p>';
} });
server.route({ method: 'GET', path: '/2', handler: (request, h) => {
  // ruleid: xss
  return h.response('<p>' + request.query.name + '</p>').type('text/html');
} });
router.get('/k', async (ctx) => {
  // ruleid: xss
  ctx.body = `<h1>${ctx.query.name}</h1>`;
});
fastify.get('/f', async (request, reply) => {
  reply.type('text/html');
  // ruleid: xss
  return reply.send('<b>' + request.query.q + '</b>');
});
function render(el, message) {
  const div = document.createElement('div');
  // ruleid: xss
  div.innerHTML = '<span>' + message + '</span>';
  // ok: xss
  div.textContent = message;
  // ok: xss
  div.innerHTML = '<span></span>';
  el.appendChild(div);
}
fetch('/api').then((r) => r.json()).then((data) => {
  // ruleid: xss
  document.querySelector('#x').innerHTML = data.html;
});
const params = new URL(document.location).searchParams;
// ruleid: xss
document.body.innerHTML += params.get('msg');
const q = location.search.split('q=')[1];
// ruleid: xss
$('#out').html('Result: ' + q);
// ok: xss
$('#out').text('Result: ' + q);
// ok: xss
document.title = q;
