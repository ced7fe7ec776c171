<?php

declare(strict_types=1);

namespace Topgate;

use Topgate\Error\InvalidRequestException;

/** A file to upload. It is no part of the signature. */
final readonly class File
{
    public function __construct(
        public string $name,
        public string $content,
        public string $type = 'application/octet-stream',
    ) {
    }

    public static function fromPath(string $path): self
    {
        $content = is_file($path) ? file_get_contents($path) : false;
        if ($content === false) {
            throw new InvalidRequestException(basename($path), 'the file cannot be read');
        }
        return new self(basename($path), $content);
    }
}
