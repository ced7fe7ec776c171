<?php

declare(strict_types=1);

namespace Topgate\Response;

use Topgate\Received;
use Topgate\Response;
use Topgate\Schema\Field;

/**
 * 用户公益行为同步 Report a charity action of a user
 * alibaba.charity.useraction.sync
 */
final readonly class AlibabaCharityUseractionSyncResponse extends Response
{
    public function __construct(
        /**
         * 结果 Result
         * 必须 required
         * 例 e.g. 结果
         */
        public ?AlibabaCharityUseractionSyncResponse\ThreehoursResult $result = null,
        ?Received $received = null,
    ) {
        parent::__construct($received);
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::struct('result', AlibabaCharityUseractionSyncResponse\ThreehoursResult::class),
        ];
    }
}
