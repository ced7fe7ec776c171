<?php

declare(strict_types=1);

// php load-all.php SAMPLES_DIR: loads every class of the SDK, and builds the request of every sample.
// Prints how many, and what went wrong.

use Topgate\Schema\Field;

$sdk = getenv('TOPGATE_SDK');
require "$sdk/TopSdk.php";

/** Every struct that a field needs, made once. */
function tryField(Field $field): void
{
    if ($field->item !== null) {
        tryField($field->item);
    }
    if ($field->struct !== null) {
        new $field->struct();
    }
}

$counts = ['classes' => 0, 'samples' => 0];
$problems = [];
foreach (['Request', 'Response'] as $side) {
    $folder = "$sdk/src/$side";
    $files = new RecursiveIteratorIterator(
        new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS),
    );
    foreach ($files as $file) {
        $name = substr($file->getPathname(), strlen($folder) + 1, -strlen('.php'));
        $class = "Topgate\\$side\\" . strtr($name, '/', '\\');
        try {
            array_map(tryField(...), $class::fields());
            $counts['classes'] += 1;
        } catch (Throwable $error) {
            $problems[$class] = $error->getMessage();
        }
    }
}
foreach (glob("$argv[1]/*.php") as $sample) {
    try {
        (static function () use ($sample): void {
            include $sample;
            $req->parameters();
        })();
        $counts['samples'] += 1;
    } catch (Throwable $error) {
        $problems[basename($sample)] = $error->getMessage();
    }
}
echo json_encode(['counts' => $counts, 'problems' => (object) $problems]), "\n";
