// ruleid: autoescape-disabled-angularjs
$sceProvider.enabled(true);
// ok: autoescape-disabled-angularjs
$sceProvider.enabled(true);
