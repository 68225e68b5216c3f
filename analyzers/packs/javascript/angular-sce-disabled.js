// ruleid: angular-sce-disabled
$sceProvider.enabled(false);
// ok: angular-sce-disabled
$sceProvider.enabled(true);
