<?php

declare(strict_types=1);

namespace Topgate\Response;

use Topgate\Received;
use Topgate\Response;
use Topgate\Schema\Field;

/**
 * 会话消息撤回 Recall a message of a follow-up chat
 * alibaba.alihealth.followup.dialogrecord.recall
 */
final readonly class AlibabaAlihealthFollowupDialogrecordRecallResponse extends Response
{
    public function __construct(
        /**
         * 接口返回model Result
         * 必须 required
         */
        public ?AlibabaAlihealthFollowupDialogrecordRecallResponse\Result $result1 = null,
        ?Received $received = null,
    ) {
        parent::__construct($received);
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::struct('result1', AlibabaAlihealthFollowupDialogrecordRecallResponse\Result::class),
        ];
    }
}
