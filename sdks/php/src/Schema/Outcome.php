<?php

declare(strict_types=1);

namespace Topgate\Schema;

/** Where the answers of an API say whether it did what was asked. */
final readonly class Outcome
{
    /**
     * @param list<string> $flag steps into the answer; digits are a place in a list
     * @param string $success the text of the flag that means success
     * @param list<string> $code steps to the code with which the API declines
     */
    public function __construct(public array $flag, public string $success, public array $code)
    {
    }
}
