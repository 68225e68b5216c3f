export function Head() {
  return (
    <>
      {/* ruleid: script-without-integrity */}
      <script src="https://cdn.example.net/lib/3.1.0/lib.min.js" />
      {/* ruleid: script-without-integrity */}
      <script async src="//cdn.example.net/npm/lib@3.1.0/dist/lib.js"></script>
      {/* ruleid: script-without-integrity */}
      <link rel="stylesheet" href="https://cdn.example.net/styles/5.0.2/styles.css" />
      {/* ok: script-without-integrity */}
      <script src="https://cdn.example.net/lib/3.1.0/lib.min.js" integrity="sha384-oqVuAfXRKap7fdgc" crossOrigin="anonymous" />
      {/* ok: script-without-integrity */}
      <script src="/static/lib/3.1.0/lib.min.js" />
      {/* ok: script-without-integrity */}
      <script src="https://counter.example.net/script.js" />
      {/* ok: script-without-integrity */}
      <link rel="icon" href="https://cdn.example.net/5.0.2/icon.png" />
    </>
  );
}
