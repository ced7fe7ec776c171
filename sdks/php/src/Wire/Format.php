<?php

declare(strict_types=1);

namespace Topgate\Wire;

/** The form of answers. XML needs PHP's extension simplexml. */
enum Format: string
{
    case Json = 'json';
    case Xml = 'xml';
}
