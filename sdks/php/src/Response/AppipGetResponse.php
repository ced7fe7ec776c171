<?php

declare(strict_types=1);

namespace Topgate\Response;

use Topgate\Received;
use Topgate\Response;
use Topgate\Schema\Field;

/**
 * 获取ISV发起请求服务器IP The address that the caller is seen with
 * taobao.appip.get
 */
final readonly class AppipGetResponse extends Response
{
    public function __construct(
        /**
         * ISV发起请求服务器IP Address
         * 必须 required
         * 例 e.g. 203.0.113.9
         */
        public ?string $ip = null,
        ?Received $received = null,
    ) {
        parent::__construct($received);
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('ip'),
        ];
    }
}
