export function Head() {
  return (
    <>
      {/* ruleid: missing-subresource-integrity */}
      <script src="https://cdn.example.net/lib/3.1.0/lib.min.js" />
      {/* ruleid: missing-subresource-integrity */}
      <script async src="//cdn.example.net/npm/lib@3.1.0/dist/lib.js"></script>
      {/* ruleid: missing-subresource-integrity */}
      <link rel="stylesheet" href="https://cdn.example.net/styles/5.0.2/styles.css" />
      {/* ok: missing-subresource-integrity */}
      <script src="https://cdn.example.net/lib/3.1.0/lib.min.js" integrity="sha384-oqVuAfXRKap7fdgc" crossOrigin="anonymous" />
      {/* ok: missing-subresource-integrity */}
      <script src="/static/lib/3.1.0/lib.min.js" />
      {/* ok: missing-subresource-integrity */}
      <script src="https://counter.example.net/script.js" />
      {/* ok: missing-subresource-integrity */}
      <link rel="icon" href="https://cdn.example.net/5.0.2/icon.png" />
    </>
  );
}
