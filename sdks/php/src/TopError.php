<?php

declare(strict_types=1);

namespace Topgate;

use Topgate\Error\RefusedException;
use Topgate\Error\TopException;

/** Why there is no response, with the members that TOP's own SDK gives. */
final readonly class TopError
{
    /** @param int $code of the platform; 0: the platform did not answer */
    private function __construct(
        public int $code,
        public string $msg,
        public ?string $sub_code,
        public ?string $sub_msg,
        public ?string $request_id,
        private TopException $error,
    ) {
    }

    public static function of(TopException $error): self
    {
        return $error instanceof RefusedException
            ? new self(
                $error->errorCode,
                $error->msg,
                $error->subCode,
                $error->subMsg,
                $error->requestId,
                $error,
            )
            : new self(0, $error->getMessage(), null, null, null, $error);
    }

    public function isSuccess(): bool
    {
        return false;
    }

    public function getRetry(): Retry
    {
        return $this->error->retry;
    }

    /** What the modern client throws. */
    public function getException(): TopException
    {
        return $this->error;
    }

    public function getBody(): string
    {
        return $this->error instanceof RefusedException ? $this->error->body : '';
    }

    /** @return array<string, int|string|null> what `print_r` may show */
    public function __debugInfo(): array
    {
        return array_diff_key(get_object_vars($this), ['error' => true]);
    }
}
