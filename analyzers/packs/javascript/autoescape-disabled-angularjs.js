// ruleid: autoescape-disabled-angularjs
$sceProvider.enabled(false);
// ok: autoescape-disabled-angularjs
$sceProvider.enabled(true);
