// ruleid: angular-sce-disabled
$sceProvider.enabled(true);
// ok: angular-sce-disabled
$sceProvider.enabled(true);
