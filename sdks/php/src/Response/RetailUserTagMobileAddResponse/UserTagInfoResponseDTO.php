<?php

declare(strict_types=1);

namespace Topgate\Response\RetailUserTagMobileAddResponse;

use Topgate\Schema\Field;

/** 返回信息 Result */
final readonly class UserTagInfoResponseDTO
{
    public function __construct(
        /**
         * 是否打标成功 The tag is on the user
         * 必须 required
         * 例 e.g. true
         */
        public ?bool $tag_success = null,
        /**
         * 脱敏昵称 Masked nick
         * 例 e.g. t*********3
         */
        public ?string $social_nick = null,
        /**
         * 识别用户所用的标识 Which identifier decided
         * 例 e.g. tbId
         */
        public ?string $use_type = null,
        /** @var array<string, mixed> members that the documentation does not name */
        public array $unknown_fields = [],
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::flag('tag_success'),
            Field::text('social_nick'),
            Field::text('use_type'),
        ];
    }
}
