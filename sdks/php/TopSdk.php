<?php

declare(strict_types=1);

/**
 * For programs without Composer: `require 'TopSdk.php'` finds every class of this SDK, also under
 * the names that TOP's own SDK gives them, without a namespace: `TopClient`, `XxxRequest` and the
 * structs of requests. A name that the structs of two APIs have is no such short name.
 */
spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Topgate\\')) {
        $file = __DIR__ . '/src/' . strtr(substr($class, 8), '\\', '/') . '.php';
        if (is_file($file)) {
            require $file;
        }
        return;
    }
    $full = match (true) {
        $class === 'TopClient' => Topgate\TopClient::class,
        isset(Topgate\GlobalNames::STRUCTS[$class]) => Topgate\GlobalNames::STRUCTS[$class],
        preg_match('/^[A-Za-z0-9_]+Request$/D', $class) === 1 => "Topgate\\Request\\$class",
        default => null,
    };
    if ($full !== null && class_exists($full)) {
        class_alias($full, $class);
    }
});
