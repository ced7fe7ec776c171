<?php

declare(strict_types=1);

namespace Topgate\Response;

use Topgate\Received;
use Topgate\Response;
use Topgate\Schema\Field;

/**
 * 获取Access Token Get a session key for an authorisation code
 * taobao.top.auth.token.create
 */
final readonly class TopAuthTokenCreateResponse extends Response
{
    public function __construct(
        /**
         * JSON 文本，字段与 /oauth/token 的返回相同 JSON text with the members of the answer of /oauth/token
         * 必须 required
         * 例 e.g. {"access_token":"6200sandbox0000000000000000000000000000000000000000000001","token_type":"Bearer","expires_in":86400,"refresh_token":"6200sandbox0000000000000000000000000000000000000000000007","re_expires_in":2592000,"r1_expires_in":86400,"r2_expires_in":86400,"w1_expires_in":86400,"w2_expires_in":1800,"taobao_user_id":"2201234567890","taobao_user_nick":"%E6%B2%99%E7%AE%B1%E5%95%86%E5%AE%B6","scope":"alihouse"}
         */
        public ?string $token_result = null,
        ?Received $received = null,
    ) {
        parent::__construct($received);
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('token_result'),
        ];
    }
}
