<?php
namespace A\B;
use C\D as E;
$x = $_GET["q"]; echo "a " . $x . " b"; echo $x, $y; print($x);
$db->query("select " . $x); $db->query("select $x and {$y}"); mysqli_query($c, "x" . $x);
eval($x); exec("ls " . $x, $out); `ls $x`; include $x; require_once("a.php");
if ($x == null) { foo(); } elseif (isset($y)) { bar(); } else { baz(); }
foreach ($arr as $k => $v) { foo($k, $v); } for ($i = 0; $i < 3; $i++) { foo(); } while (true) { break; }
function f($a, $b = 1, ...$c) { return $a . $b; }
class P extends Q implements R { private $z = 1; const K = "k"; public static function m(int $a): string { return self::K; } public function __construct() { parent::__construct(); $this->z = 2; } }
$o = new P($x); $o->m(1)->n(); P::m(2); $fn = function ($a) use ($x) { return $a; }; $g = fn($a) => $a + 1;
try { foo(); } catch (E $e) { die($e); } finally { bar(); }
$a = ["k" => $x, 1, 2]; $b = array("k" => 1); list($p, $q) = $a; $s = <<<EOT
hi $x
EOT;
unset($x); $c = $x ?? "d"; $t = $x ? 1 : 2; @file($x); global $gg; return $x;
header("Location: " . $_GET["u"]); setcookie("a", "b", 0, "/", "", false, false); md5($x); unserialize($_COOKIE["c"]);
