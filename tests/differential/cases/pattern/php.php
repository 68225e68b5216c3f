<?php
function f($x, int $y = 1) {
  $a = "q $x";
  eval($a);
  $b->c($a);
  A::d();
  $e = new E($x);
  if ($a == 1) { echo $a; } else { return 1; }
  $z = $_GET["id"];
  exec("ls " . $z);
  include $x;
  foo("const");
  md5($x);
  if ($a == $a) { return 2; }
  foreach ($p as $k => $v) { g($v); }
  $arr = array("a" => 1);
  $q = $db->query("SELECT " . $_GET["id"]);
  return 3;
}
class K { public function m($p) { return $this->n($p); } }
