<?php

declare(strict_types=1);

namespace Topgate\Http;

use Topgate\Error\TopException;
use Topgate\File;

/** Sends one form. Put something else here to try a program without a platform. */
interface Transport
{
    /**
     * @param array<string, string|File> $form
     * @param int $readTimeoutMs until the whole answer is there, connecting included
     * @throws TopException
     */
    public function post(string $url, array $form, int $readTimeoutMs): Reply;
}
