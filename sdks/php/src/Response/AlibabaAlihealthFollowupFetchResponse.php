<?php

declare(strict_types=1);

namespace Topgate\Response;

use Topgate\Received;
use Topgate\Response;
use Topgate\Schema\Field;

/**
 * 随访IM会话轮询 Read the messages of a follow-up chat
 * alibaba.alihealth.followup.fetch
 */
final readonly class AlibabaAlihealthFollowupFetchResponse extends Response
{
    public function __construct(
        /**
         * 接口返回model Result
         * 必须 required
         */
        public ?AlibabaAlihealthFollowupFetchResponse\Result $result1 = null,
        ?Received $received = null,
    ) {
        parent::__construct($received);
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::struct('result1', AlibabaAlihealthFollowupFetchResponse\Result::class),
        ];
    }
}
