import { useParams, useSearchParams } from 'react-router-dom';
import sanitizeHtml from 'sanitize-html';
import { marked } from 'marked';
import DOMPurify from 'dompurify';
export const A = ({ html }) => {
  const [params] = useSearchParams();
  const name = params.get('name');
  return (
    <div>
      {/* ruleid: xss */}
      <p dangerouslySetInnerHTML={{ __html: name }} />
      {/* ok: xss */}
      <p dangerouslySetInnerHTML={{ __html: sanitizeHtml(html) }} />
      {/* ok: xss */}
      <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(marked(html)) }} />
      {/* ok: xss */}
      <p>{name}</p>
    </div>
  );
};
function B(props) {
  const ref = useRef();
  useEffect(() => {
    // ruleid: xss
    ref.current.innerHTML = props.content;
  });
  // ok: xss
  return <a href={"https://example.com/" + props.id}>x</a>;
}
app.get('/s', (req, res) => {
  const name = escape(req.query.name);
  // ok: xss
  res.send('<h1>' + name + '</h1>');
  // ok: xss
  res.send('ok');
  // ok: xss
  res.status(200).send({ echo: req.query.name });
  // ok: xss
  res.json(req.query);
  const clean = req.query.name.replace(/</g, '&lt;').replace(/>/g, '&gt;');
  // ok: xss
  res.send(`<b>${clean}</b>`);
});
app.post('/save', async (req, res) => {
  const item = await Item.create({ name: req.body.name });
  // ok: xss
  res.send(item);
  // ok: xss
  res.send(String(item.id));
});
